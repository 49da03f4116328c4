package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** How much of a credit note an invoice takes (S-PAY-02). */
@Entity
@Table(schema = "billing", name = "credit_settlement")
@RecordType(
        name = CreditSettlement.NAME,
        path = "credit-settlements",
        title = "note",
        feature = "billing.invoices",
        columns = {"invoice", "amount", "note"},
        importable = false,
        partOf = "creditNote")
class CreditSettlement extends PartRecord {

    static final String NAME = "billing.credit-settlement";

    @Field(required = true, references = "billing.invoice", offered = "kind==CREDIT_NOTE;status==ISSUED")
    @Column(name = "credit_note_id")
    private UUID creditNote;

    @Field(
            required = true,
            references = "billing.invoice",
            offered = "kind==INVOICE;status=in=(ISSUED,CREDITED,CANCELLED)")
    @Column(name = "invoice_id")
    private UUID invoice;

    /** In the currency of both. */
    @Field(required = true, from = 0.001)
    private BigDecimal amount;

    @Field(max = 140)
    private String note;

    protected CreditSettlement() {}

    CreditSettlement(UUID creditNote, UUID invoice, BigDecimal amount) {
        this.creditNote = creditNote;
        this.invoice = invoice;
        this.amount = amount;
        standAt(1);
    }

    UUID creditNote() {
        return creditNote;
    }

    UUID invoice() {
        return invoice;
    }
}
