package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** A part of an issued invoice that is due on a day of its own (S-INV-07). */
@Entity
@Table(schema = "billing", name = "instalment")
@RecordType(
        name = "billing.instalment",
        path = "instalments",
        title = "name",
        feature = "billing.invoices",
        columns = {"name", "dueOn", "amount"},
        kept = true,
        importable = false,
        partOf = "invoice")
class Instalment extends PartRecord {

    @Field(required = true, references = "billing.invoice", readOnly = true)
    @Column(name = "invoice_id")
    private UUID invoice;

    @Field(readOnly = true, max = 100)
    private String name;

    @Field(readOnly = true)
    private LocalDate dueOn;

    @Field(readOnly = true)
    @Embedded
    private Money amount;

    protected Instalment() {}

    Instalment(UUID invoice, int position, String name, LocalDate dueOn, Money amount) {
        this.invoice = invoice;
        this.name = name;
        this.dueOn = dueOn;
        this.amount = amount;
        standAt(position);
    }

    String name() {
        return name;
    }

    LocalDate dueOn() {
        return dueOn;
    }

    Money amount() {
        return amount;
    }
}
