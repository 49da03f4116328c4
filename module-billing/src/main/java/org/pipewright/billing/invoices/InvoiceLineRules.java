package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentLineRules;

/** Lines of invoices are like those of any document. */
@ApplicationScoped
class InvoiceLineRules extends DocumentLineRules<Invoice, InvoiceLine> {

    InvoiceLineRules() {
        super(Invoice.class);
    }
}
