package org.pipewright.billing.selfbilling;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** What a supplier delivered (BG-25). */
@Entity
@Table(schema = "billing", name = "self_billed_line")
@RecordType(
        name = "billing.self-billed-line",
        path = "self-billed-lines",
        title = "description",
        feature = BillingModule.SELF_BILLING,
        columns = {"description", "quantity", "unit", "unitPrice", "discount", "taxCategory", "taxRate", "amount"},
        partOf = "selfBilledInvoice",
        essential = true)
class SelfBilledLine extends DocumentLine {

    @Field(required = true, references = SelfBilledInvoice.NAME)
    @Column(name = "self_billed_invoice_id")
    private UUID selfBilledInvoice;

    protected SelfBilledLine() {}

    /** The same on the credit note for its invoice. */
    SelfBilledLine(UUID creditNote, SelfBilledLine credited) {
        selfBilledInvoice = creditNote;
        copy(credited);
    }

    @Override
    public UUID document() {
        return selfBilledInvoice;
    }

    /** Nothing that is to be paid is left to anybody's choice. */
    @Override
    protected boolean isCounted() {
        return true;
    }
}
