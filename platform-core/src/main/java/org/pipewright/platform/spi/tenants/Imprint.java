package org.pipewright.platform.spi.tenants;

import java.util.Locale;

/**
 * How the tenant presents itself on documents (S-TEN-22); what it did not tell is empty.
 *
 * @param name what people call it
 * @param legalName what the register calls it, else the name
 * @param country ISO 3166 code
 */
public record Imprint(
        String name,
        String legalName,
        String street,
        String postalCode,
        String city,
        String country,
        String taxNumber,
        String registrationNumber,
        String phone,
        String email,
        String website,
        String iban,
        String bic,
        Locale language) {}
