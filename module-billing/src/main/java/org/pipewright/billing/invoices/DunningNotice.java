package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** That somebody was reminded of an invoice, and the fee that was asked for it (S-INV-08). */
@Entity
@Table(schema = "billing", name = "dunning_notice")
@RecordType(
        name = DunningNotice.NAME,
        path = "dunning-notices",
        title = "sentTo",
        feature = "billing.invoices",
        columns = {"sentOn", "level", "fee", "sentTo"},
        kept = true,
        importable = false,
        partOf = "invoice")
class DunningNotice extends PartRecord {

    static final String NAME = "billing.dunning-notice";

    @Field(required = true, references = "billing.invoice", readOnly = true)
    @Column(name = "invoice_id")
    private UUID invoice;

    @Field(readOnly = true, references = "billing.dunning-level")
    @Column(name = "level_id")
    private UUID level;

    @Field(readOnly = true)
    private LocalDate sentOn;

    /** None where there is no address, or nobody is to write to it. */
    @Field(readOnly = true)
    private String sentTo;

    /** In the currency of the invoice. */
    @Field(readOnly = true)
    @Embedded
    private Money fee;

    protected DunningNotice() {}

    DunningNotice(UUID invoice, int position, UUID level, LocalDate day, Optional<String> to, Optional<Money> fee) {
        this.invoice = invoice;
        this.level = level;
        this.fee = fee.orElse(null);
        sentOn = day;
        sentTo = to.orElse(null);
        standAt(position);
    }
}
