package org.pipewright.platform.spi.settings;

/**
 * Values of the bound tenant's settings: what the tenant chose, else the default of the descriptor, which also holds while
 * a setting that it depends on is off. Provided by the core as a CDI bean; used inside a transaction. A key that no descriptor declares is a mistake of the caller and ends
 * in an exception.
 */
public interface TenantSettings {

    /** Value of a setting of type text or choice. */
    String text(String key);

    /** Value of a setting of type integer. */
    int integer(String key);

    /** Value of a setting of type boolean. */
    boolean flag(String key);
}
