package org.pipewright.billing.invoices;

import java.net.URI;
import java.util.List;
import org.pipewright.platform.spi.payments.AmountDue;

/** Knows where customers can pay at once what is due (S-PAY-09). */
public interface PaymentPages {

    /**
     * A page on which it can be paid.
     *
     * @param provider what the tenant calls whose page it is
     */
    record PaymentPage(String provider, URI address) {}

    /** All of them. */
    List<PaymentPage> of(AmountDue due);
}
