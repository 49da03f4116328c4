package org.pipewright.billing.einvoices;

/**
 * A rule that an e-invoice breaks (S-EINV-04).
 *
 * @param rule such as {@code BR-CO-26}
 * @param message of the rule, in English as the standard words it
 */
public record Finding(String rule, String message) {}
