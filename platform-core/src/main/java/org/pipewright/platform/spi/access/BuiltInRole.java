package org.pipewright.platform.spi.access;

import java.util.Arrays;
import java.util.Optional;

/** The roles every tenant has (S-ROLE-01). They can be cloned, not changed or deleted. */
public enum BuiltInRole {
    TENANT_ADMIN("tenant-admin"),
    SALES_MANAGER("sales-manager"),
    SALES_REP("sales-rep"),
    BILLING_CLERK("billing-clerk"),
    TERRITORY_MANAGER("territory-manager"),
    READ_ONLY("read-only");

    private final String key;

    BuiltInRole(String key) {
        this.key = key;
    }

    /** Stable key of the role in REST and in the database. */
    public String key() {
        return key;
    }

    /** The built-in role of that key. */
    public static Optional<BuiltInRole> ofKey(String key) {
        return Arrays.stream(values()).filter(role -> role.key.equals(key)).findFirst();
    }
}
