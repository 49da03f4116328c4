package org.pipewright.platform.spi.payments;

import java.net.URI;
import java.util.Optional;
import org.pipewright.platform.spi.callbacks.Callback;

/**
 * Speaks the language of a provider that takes payments for tenants, as a CDI bean of any module (S-PAY-09). Whoever
 * books payments asks it what a call says, and books each payment once, however often and wherever it is told.
 */
public interface PaymentProvider {

    /** Name by which people choose it and no other goes, such as {@code signed-calls}. */
    String name();

    /**
     * The payment that a call tells of; empty if it tells of something else, which is answered as done. Called inside the
     * transaction that books. A call that is not the provider's, is too old or cannot be read is refused with a refusal of
     * the module: nothing is booked then, and the provider calls again.
     */
    Optional<PaymentTold> read(Callback call, ProviderAccess access);

    /**
     * Where the customer pays what is open; empty if the provider has no such page. Called whenever a customer looks at an
     * invoice, inside a transaction: it is to reckon the address and not to ask for it.
     */
    default Optional<URI> page(AmountDue due, ProviderAccess access) {
        return Optional.empty();
    }
}
