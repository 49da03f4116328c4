package org.pipewright.platform.modules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.spi.modules.Capability;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;
import org.pipewright.platform.spi.modules.MenuEntry;
import org.pipewright.platform.spi.modules.NumberSeries;
import org.pipewright.platform.spi.modules.Setting;
import org.pipewright.platform.spi.modules.WebElement;

/** What descriptors must keep to. Everything that is wrong with all modules is told at once. */
final class ModuleRules {

    private final List<CrmModule> modules;
    private final Map<String, Feature> features;
    private final Map<String, Setting> settings;
    private final List<String> problems = new ArrayList<>();

    private ModuleRules(List<CrmModule> modules) {
        this.modules = modules;
        this.features = modules.stream()
                .flatMap(module -> module.features().stream())
                .collect(Collectors.toMap(Feature::key, Function.identity(), (first, second) -> first));
        this.settings = modules.stream()
                .flatMap(module -> module.settings().stream())
                .collect(Collectors.toMap(Setting::key, Function.identity(), (first, second) -> first));
    }

    static List<String> problems(List<CrmModule> modules) {
        ModuleRules rules = new ModuleRules(modules);
        rules.check();
        return List.copyOf(rules.problems);
    }

    private void check() {
        requireDifferentIds();
        modules.forEach(this::checkModule);
        refuseCircles("feature", features, Feature::dependsOn);
        refuseCircles("setting", settings, Setting::dependsOn);
    }

    private void requireDifferentIds() {
        Set<String> ids = new HashSet<>();
        modules.stream()
                .filter(module -> !ids.add(module.id()))
                .forEach(module -> problems.add("two modules are called " + module.id()));
    }

    private void checkModule(CrmModule module) {
        checkKeys(module, "feature", module.features().stream().map(Feature::key));
        checkKeys(module, "capability", module.capabilities().stream().map(Capability::key));
        checkKeys(module, "setting", module.settings().stream().map(Setting::key));
        checkKeys(module, "menu entry", module.menu().stream().map(MenuEntry::key));
        checkKeys(module, "web element", module.webElements().stream().map(WebElement::key));
        checkKeys(module, "number series", module.numberSeries().stream().map(NumberSeries::key));
        checkFeatureNames(module);
        checkRange(module);
    }

    private void checkRange(CrmModule module) {
        if (!module.core().includes(CoreModule.VERSION)) {
            problems.add(module.id() + ": needs a core in " + module.core() + ", this is " + CoreModule.VERSION);
        }
    }

    private void checkKeys(CrmModule module, String thing, Stream<String> keys) {
        Set<String> seen = new HashSet<>();
        keys.forEach(key -> {
            if (!key.startsWith(module.id() + ".")) {
                problems.add(module.id() + ": " + thing + " " + key + " does not begin with the module's id");
            }
            if (!seen.add(key)) {
                problems.add(module.id() + ": " + thing + " " + key + " is there twice");
            }
        });
    }

    private void checkFeatureNames(CrmModule module) {
        module.features()
                .forEach(feature -> feature.dependsOn()
                        .forEach(parent -> requireFeature(module, "feature " + feature.key(), parent)));
        module.settings().forEach(setting -> requireFeature(module, "setting " + setting.key(), setting.feature()));
        module.settings()
                .forEach(setting -> setting.dependsOn().stream()
                        .filter(parent -> !settings.containsKey(parent))
                        .forEach(parent -> problems.add(
                                module.id() + ": setting " + setting.key() + " names the unknown setting " + parent)));
        module.menu().forEach(entry -> requireFeature(module, "menu entry " + entry.key(), entry.feature()));
        module.numberSeries()
                .forEach(series -> requireFeature(module, "number series " + series.key(), series.feature()));
        module.webElements()
                .forEach(element -> requireFeature(module, "web element " + element.key(), element.feature()));
    }

    private void requireFeature(CrmModule module, String thing, String feature) {
        if (!feature.isEmpty() && !features.containsKey(feature)) {
            problems.add(module.id() + ": " + thing + " names the unknown feature " + feature);
        }
    }

    private <T> void refuseCircles(String thing, Map<String, T> declared, Function<T, List<String>> parents) {
        declared.keySet().stream()
                .filter(key -> above(key, declared, parents).contains(key))
                .forEach(key -> problems.add(thing + " " + key + " depends on itself"));
    }

    private static <T> Set<String> above(String child, Map<String, T> declared, Function<T, List<String>> parents) {
        Set<String> above = new HashSet<>();
        List<String> next = new ArrayList<>(parents.apply(declared.get(child)));
        while (!next.isEmpty()) {
            String key = next.remove(next.size() - 1);
            if (above.add(key) && declared.containsKey(key)) {
                next.addAll(parents.apply(declared.get(key)));
            }
        }
        return above;
    }
}
