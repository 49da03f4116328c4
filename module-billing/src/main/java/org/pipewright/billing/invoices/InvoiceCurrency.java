package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.ChangeOfCurrency;

/** Puts an invoice into another currency until it is issued (S-CUR-07, S-INV-04). */
@ApplicationScoped
class InvoiceCurrency extends ChangeOfCurrency<Invoice, InvoiceLine> {

    InvoiceCurrency() {
        super(InvoiceLine.class);
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isDraft() && !invoice.keepsCurrency();
    }
}
