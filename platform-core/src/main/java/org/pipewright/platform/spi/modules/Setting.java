package org.pipewright.platform.spi.modules;

import java.util.List;

/**
 * A setting of a tenant, kept, checked, audited and served by the core.
 *
 * @param key dotted, module first; texts {@code <key>} and {@code <key>.help}
 * @param type what values it takes
 * @param defaultValue value in force while the tenant has not chosen, as text
 * @param choices allowed values of a {@link Type#CHOICE}, else empty
 * @param feature key of the feature it belongs to, or empty
 */
public record Setting(String key, Type type, String defaultValue, List<String> choices, String feature) {

    /** Kinds of values. */
    public enum Type {
        TEXT,
        INTEGER,
        BOOLEAN,
        CHOICE
    }

    /** A setting that is always there. */
    public static Setting of(String key, Type type, String defaultValue) {
        return new Setting(key, type, defaultValue, List.of(), "");
    }
}
