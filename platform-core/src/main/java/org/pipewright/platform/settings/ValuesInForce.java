package org.pipewright.platform.settings;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.modules.Setting;

/** What holds of settings, given what was chosen: a choice, or the default while one that is needed is off (S-PLAT-05). */
final class ValuesInForce {

    private final Map<String, Setting> declared;
    private final Map<String, String> chosen;

    private ValuesInForce(Map<String, Setting> declared, Map<String, String> chosen) {
        this.declared = declared;
        this.chosen = chosen;
    }

    static ValuesInForce of(Collection<Setting> declared, Map<String, String> chosen) {
        return new ValuesInForce(
                declared.stream()
                        .collect(Collectors.toMap(Setting::key, Function.identity(), (first, second) -> first)),
                Map.copyOf(chosen));
    }

    /** The value in force, as text. */
    String value(Setting setting) {
        return blockedBy(setting).isPresent()
                ? setting.defaultValue()
                : chosen.getOrDefault(setting.key(), setting.defaultValue());
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
