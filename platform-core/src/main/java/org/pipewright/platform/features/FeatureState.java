package org.pipewright.platform.features;

import java.util.List;
import java.util.Optional;

/**
 * A switch as it stands for one person (S-SET-08).
 *
 * @param key of the feature
 * @param module that brings it, empty if no module that is there does
 * @param value whether it is in force
 * @param layer that decided
 * @param blockedBy feature it depends on and that is off, where the layer is {@link Layer#DEPENDENCY}
 * @param granted whether the operator grants it and its module
 * @param tenantValue what the tenant chose, if it chose
 * @param defaultValue what holds while the tenant has not chosen
 * @param operatorsDefault whether the operator chose that, and not the module
 * @param dependsOn features without which it is off
 */
public record FeatureState(
        String key,
        String module,
        boolean value,
        Layer layer,
        Optional<String> blockedBy,
        boolean granted,
        Optional<Boolean> tenantValue,
        boolean defaultValue,
        boolean operatorsDefault,
        List<String> dependsOn) {

    /** What can decide, in the order it is asked. */
    public enum Layer {
        MODULE,
        OPERATOR,
        TENANT,
        /** The operator chose the default of the platform. */
        PLATFORM,
        DEFAULT,
        DEPENDENCY,
        ROLE
    }

    /** Where the value of the switch itself comes from: a choice, the default, or a role that goes without. */
    public Layer origin() {
        if (layer == Layer.ROLE) {
            return Layer.ROLE;
        }
        return origin(tenantValue.isPresent(), operatorsDefault);
    }

    static Layer origin(boolean chosen, boolean operatorsDefault) {
        if (chosen) {
            return Layer.TENANT;
        }
        return operatorsDefault ? Layer.PLATFORM : Layer.DEFAULT;
    }
}
