package org.pipewright.platform.spi.customers;

import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.EInvoiceForm;

/**
 * How customers want their e-invoices (S-EINV-03). Provided by the core as a CDI bean; used inside a transaction with the
 * tenant bound.
 */
public interface EInvoiceWishes {

    /**
     * What is known of a customer.
     *
     * @param form in which it gets them, unless nobody said
     * @param buyerReference that stands on all of them, BT-10
     */
    record Wish(Optional<EInvoiceForm> form, Optional<String> buyerReference) {}

    /** Of that account; nothing of one that is not there. */
    Wish of(UUID account);
}
