package org.pipewright.platform.mail;

/**
 * The platform's own mail server refused an address for good. Fired with the tenant bound for which the letter went out,
 * inside the transaction that takes note of the delivery.
 *
 * @param address that is wrong
 * @param reason in the words of the server
 */
public record AddressRefused(String address, String reason) {}
