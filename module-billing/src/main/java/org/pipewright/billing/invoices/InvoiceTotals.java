package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentTotals;

/** Invoices come to what their lines do. */
@ApplicationScoped
class InvoiceTotals extends DocumentTotals<Invoice, InvoiceLine> {

    InvoiceTotals() {
        super(Invoice.class, InvoiceLine.class);
    }
}
