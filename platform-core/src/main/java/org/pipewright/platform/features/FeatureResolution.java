package org.pipewright.platform.features;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.pipewright.platform.features.FeatureState.Layer;
import org.pipewright.platform.spi.modules.CrmModule;
import org.pipewright.platform.spi.modules.Feature;

/**
 * Decides every switch of one person: module present and granted by the operator and switched on by the tenant, or else by default, and all
 * it depends on in force and enabled by any of the person's roles (S-SET-08, S-ROLE-12). A role without a choice
 * enables; a person without any role has nothing.
 */
public final class FeatureResolution {

    /** Query for what the operator withholds from a tenant, who is named twice: modules by id and features by key. */
    public static final String WITHHELD = "select module from platform.entitlement where tenant_id = ? and not granted"
            + " union all select feature from platform.withheld_feature where tenant_id = ?";

    /** Query for the defaults that the operator chose, by feature. */
    public static final String DEFAULTS = "select feature, enabled from platform.feature_default";

    /** Layers that leave the value of the switch itself in force. */
    private static final Set<Layer> DECIDING = Set.of(Layer.TENANT, Layer.PLATFORM, Layer.DEFAULT);

    private final Map<String, Feature> features = new LinkedHashMap<>();
    private final Map<String, String> modules = new HashMap<>();
    private final Set<String> withheld;
    private final Map<String, Boolean> defaults;
    private final Map<String, Boolean> switches;
    private final List<Map<String, Boolean>> roleSwitches;
    private final Map<String, FeatureState> states = new LinkedHashMap<>();

    private FeatureResolution(
            List<CrmModule> present,
            Set<String> withheld,
            Map<String, Boolean> defaults,
            Map<String, Boolean> switches,
            List<Map<String, Boolean>> roleSwitches) {
        this.withheld = withheld;
        this.defaults = defaults;
        this.switches = switches;
        this.roleSwitches = roleSwitches;
        present.forEach(module -> module.features().forEach(feature -> {
            features.put(feature.key(), feature);
            modules.put(feature.key(), module.id());
        }));
        features.keySet().forEach(this::decided);
    }

    /**
     * Decides all features.
     *
     * @param present modules that are there
     * @param withheld ids of the modules and keys of the features the operator does not grant
     * @param defaults what the operator chose for tenants that have not chosen, by feature
     * @param switches what the tenant chose, by feature
     * @param roleSwitches for each role of the person what was chosen for the role, by feature
     */
    public static FeatureResolution of(
            List<CrmModule> present,
            Set<String> withheld,
            Map<String, Boolean> defaults,
            Map<String, Boolean> switches,
            List<Map<String, Boolean>> roleSwitches) {
        return new FeatureResolution(present, withheld, defaults, switches, roleSwitches);
    }

    /** Decides all features as they are for the tenant, whoever acts. */
    public static FeatureResolution ofTenant(
            List<CrmModule> present,
            Set<String> withheld,
            Map<String, Boolean> defaults,
            Map<String, Boolean> switches) {
        return new FeatureResolution(present, withheld, defaults, switches, List.of(Map.of()));
    }

    /** Keys of the features in force. */
    public Set<String> inForce() {
        return states.values().stream()
                .filter(FeatureState::value)
                .map(FeatureState::key)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Every known feature, in the order of the modules. */
    public List<FeatureState> states() {
        return features.keySet().stream().map(states::get).toList();
    }

    /** One feature; of an absent module it is off. */
    public FeatureState state(String key) {
        return Optional.ofNullable(states.get(key)).orElseGet(() -> unknown(key));
    }

    /** Features that need the given one directly. */
    public List<String> dependants(String key) {
        return features.values().stream()
                .filter(feature -> feature.dependsOn().contains(key))
                .map(Feature::key)
                .toList();
    }

    private static FeatureState unknown(String key) {
        return new FeatureState(
                key, "", false, Layer.MODULE, Optional.empty(), false, Optional.empty(), false, false, List.of());
    }

    private FeatureState decided(String key) {
        FeatureState known = states.get(key);
        if (known == null) {
            states.put(key, unknown(key));
            known = decide(key);
            states.put(key, known);
        }
        return known;
    }

    private FeatureState decide(String key) {
        Feature feature = features.get(key);
        if (feature == null) {
            return unknown(key);
        }
        boolean granted = !withheld.contains(modules.get(key)) && !withheld.contains(key);
        Optional<Boolean> chosen = Optional.ofNullable(switches.get(key));
        Optional<String> blockedBy = blockedBy(feature);
        Layer layer = layer(feature, granted, blockedBy);
        boolean value = DECIDING.contains(layer) && chosen.orElse(byDefault(feature));
        return new FeatureState(
                key,
                modules.get(key),
                value,
                layer,
                layer == Layer.DEPENDENCY ? blockedBy : Optional.empty(),
                granted,
                chosen,
                byDefault(feature),
                defaults.containsKey(key),
                feature.dependsOn());
    }

    private boolean byDefault(Feature feature) {
        return defaults.getOrDefault(feature.key(), feature.enabledByDefault());
    }

    private Layer layer(Feature feature, boolean granted, Optional<String> blockedBy) {
        boolean chosen = switches.containsKey(feature.key());
        boolean on = switches.getOrDefault(feature.key(), byDefault(feature));
        if (!granted) {
            return Layer.OPERATOR;
        }
        if (on && blockedBy.isPresent()) {
            return Layer.DEPENDENCY;
        }
        if (on && !enabledByAnyRole(feature.key())) {
            return Layer.ROLE;
        }
        return FeatureState.origin(chosen, defaults.containsKey(feature.key()));
    }

    private Optional<String> blockedBy(Feature feature) {
        List<String> off = new ArrayList<>(feature.dependsOn());
        off.removeIf(parent -> decided(parent).value());
        return off.stream().findFirst();
    }

    private boolean enabledByAnyRole(String key) {
        return roleSwitches.stream().anyMatch(role -> role.getOrDefault(key, true));
    }
}
