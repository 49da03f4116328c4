package org.pipewright.platform.spi.modules;

import java.util.List;

/**
 * A switch of a tenant. Off hides the feature on every surface and deletes nothing.
 *
 * @param key dotted, module first, such as {@code sales.leads}; also the key of its text
 * @param enabledByDefault what holds while the tenant has not chosen
 * @param dependsOn keys of features without which this one is off
 */
public record Feature(String key, boolean enabledByDefault, List<String> dependsOn) {

    /** A feature that is on until switched off. */
    public static Feature on(String key, String... dependsOn) {
        return new Feature(key, true, List.of(dependsOn));
    }

    /** A feature that is off until switched on. */
    public static Feature off(String key, String... dependsOn) {
        return new Feature(key, false, List.of(dependsOn));
    }
}
