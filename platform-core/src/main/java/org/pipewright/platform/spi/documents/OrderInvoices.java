package org.pipewright.platform.spi.documents;

import java.util.UUID;

/**
 * Invoices orders: a CDI bean of the module that has invoices. Without one nothing can be invoiced, and fields that name
 * its {@link #FEATURE} are absent.
 */
public interface OrderInvoices {

    /** Feature of invoices. */
    String FEATURE = "billing.invoices";

    /**
     * Makes the draft of an invoice of a part of the order, and returns its id. Refuses what is more than is left of the
     * order (409), what makes no sense (400), and callers who may not make invoices (403).
     */
    UUID draft(BillableOrder order, InvoiceShare share);

    /** Tells the order anew how much of it is invoiced, because it comes to something else now (S-ORD-07). */
    void changed(UUID order);
}
