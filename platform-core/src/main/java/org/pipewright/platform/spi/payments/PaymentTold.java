package org.pipewright.platform.spi.payments;

import java.time.LocalDate;
import java.util.Optional;
import org.pipewright.platform.spi.money.Money;

/**
 * A payment that a provider tells of.
 *
 * @param key by which the provider knows it; told again under the same key it is the same payment
 * @param document number of the invoice that was paid, as the provider was given it
 * @param amount that was paid, more than nothing
 * @param paidOn day of it; empty for the day of the call
 * @param payer who paid, if that is told
 */
public record PaymentTold(
        String key, String document, Money amount, Optional<LocalDate> paidOn, Optional<String> payer) {}
