package org.pipewright.platform.taxes;

import java.util.Set;

/** Where a customer is, as seen from the tenant. */
enum CustomerPlace {
    /** In the same country, or nobody knows where. */
    HOME,
    /** In another country of the European Union as the tenant is. */
    UNION,
    ABROAD;

    private static final Set<String> MEMBERS = Set.of(
            "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
            "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

    static CustomerPlace of(String country, String tenantCountry) {
        if (country.isEmpty() || country.equals(tenantCountry)) {
            return HOME;
        }
        return isMember(country) && isMember(tenantCountry) ? UNION : ABROAD;
    }

    static boolean isMember(String country) {
        return MEMBERS.contains(country);
    }
}
