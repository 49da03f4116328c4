package org.pipewright.platform.spi.payments;

import org.pipewright.platform.spi.money.Money;

/**
 * What a customer may pay.
 *
 * @param document number of the invoice
 * @param amount that is open of it
 */
public record AmountDue(String document, Money amount) {}
