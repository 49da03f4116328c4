package org.pipewright.platform.settings;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.modules.Setting;

/**
 * What holds of settings: the tenant's choice, or else the operator's default, or else the module's; the module's alone
 * while a setting that is needed is off (S-PLAT-05, S-SET-09).
 */
final class ValuesInForce {

    private final Map<String, Setting> declared;
    private final Map<String, String> defaults;
    private final Map<String, String> chosen;

    private ValuesInForce(Map<String, Setting> declared, Map<String, String> defaults, Map<String, String> chosen) {
        this.declared = declared;
        this.defaults = defaults;
        this.chosen = chosen;
    }

    static ValuesInForce of(Collection<Setting> declared, Map<String, String> defaults, Map<String, String> chosen) {
        return new ValuesInForce(
                declared.stream()
                        .collect(Collectors.toMap(Setting::key, Function.identity(), (first, second) -> first)),
                Map.copyOf(defaults),
                Map.copyOf(chosen));
    }

    /** The value in force, as text. */
    String value(Setting setting) {
        return blockedBy(setting).isPresent()
                ? setting.defaultValue()
                : choice(setting).orElseGet(() -> byDefault(setting));
    }

    /** What holds while the tenant has not chosen. */
    String byDefault(Setting setting) {
        return defaults.getOrDefault(setting.key(), setting.defaultValue());
    }

    /** What was chosen, whether it holds or not. */
    Optional<String> choice(Setting setting) {
        return Optional.ofNullable(chosen.get(setting.key()));
    }

    /** Key of the first setting that is needed and off. */
    Optional<String> blockedBy(Setting setting) {
        return setting.dependsOn().stream()
                .filter(key -> !isOn(declared.get(key)))
                .findFirst();
    }

    private boolean isOn(Setting parent) {
        return parent.isOn(value(parent));
    }
}
