package org.pipewright.billing.payments;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.UUID;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.PartRecord;
import org.pipewright.platform.spi.records.RecordType;

/** How much of a payment an invoice takes (S-PAY-02). */
@Entity
@Table(schema = "billing", name = "allocation")
@RecordType(
        name = "billing.allocation",
        path = "allocations",
        title = "note",
        feature = "billing.payments",
        columns = {"invoice", "amount", "note"},
        importable = false,
        partOf = "payment")
class Allocation extends PartRecord {

    @Field(required = true, references = "billing.payment")
    @Column(name = "payment_id")
    private UUID payment;

    @Field(required = true, references = "billing.invoice", offered = "kind==INVOICE;status==ISSUED")
    @Column(name = "invoice_id")
    private UUID invoice;

    /** In the currency of the payment. */
    @Field(required = true, from = 0.001)
    private BigDecimal amount;

    @Field(max = 140)
    private String note;

    protected Allocation() {}

    UUID payment() {
        return payment;
    }

    UUID invoice() {
        return invoice;
    }
}
