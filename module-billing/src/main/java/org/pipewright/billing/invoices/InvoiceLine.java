package org.pipewright.billing.invoices;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** A line of an invoice (BG-25). */
@Entity
@Table(schema = "billing", name = "invoice_line")
@RecordType(
        name = "billing.invoice-line",
        path = "invoice-lines",
        title = "description",
        feature = "billing.invoices",
        columns = {"description", "quantity", "unit", "unitPrice", "discount", "taxCategory", "taxRate", "amount"},
        partOf = "invoice")
class InvoiceLine extends DocumentLine {

    @Field(required = true, references = "billing.invoice")
    @Column(name = "invoice_id")
    private UUID invoice;

    protected InvoiceLine() {}

    @Override
    public UUID document() {
        return invoice;
    }

    /** Nothing on an invoice is left to the customer. */
    @Override
    protected boolean isCounted() {
        return true;
    }
}
