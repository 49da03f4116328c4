package org.pipewright.billing.terms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A share of an invoice that is due on a day of its own (S-INV-07). */
@Entity
@Table(schema = "billing", name = "term_instalment")
@RecordType(
        name = "billing.term-instalment",
        path = "term-instalments",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "share", "days"},
        importable = false,
        partOf = "term")
class TermInstalment extends PartRecord {

    @Field(required = true, references = "billing.payment-term")
    @Column(name = "term_id")
    private UUID term;

    @Field(required = true, max = 100)
    private String name;

    /** In percent of what the invoice comes to. */
    @Field(required = true, from = 0.01, to = 100, decimals = 2)
    private BigDecimal share;

    /** After the day of issue. */
    @Field(required = true, from = 0, to = 3650)
    private Integer days;

    protected TermInstalment() {}

    UUID term() {
        return term;
    }

    String name() {
        return name;
    }

    BigDecimal share() {
        return share;
    }

    int days() {
        return days;
    }
}
