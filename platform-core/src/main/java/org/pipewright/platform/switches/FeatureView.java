package org.pipewright.platform.switches;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.bind.annotation.JsonbProperty;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pipewright.platform.features.FeatureState;

/** A switch as the REST interface shows it. */
final class FeatureView {

    private FeatureView() {}

    /**
     * What is shown of a switch.
     *
     * @param tenant what the tenant chose, or null
     * @param blockedBy feature it depends on that is off, or null
     * @param roles what single roles chose, by id
     */
    record Members(
            String key,
            String module,
            String label,
            boolean value,
            String layer,
            String origin,
            boolean granted,
            @JsonbProperty("default") boolean byDefault,
            List<String> dependsOn,
            Map<String, Boolean> roles,
            Boolean tenant,
            String blockedBy) {}

    /** All switches. */
    record Page(List<Members> items) {}

    static JsonObject of(FeatureState state, Map<String, Boolean> roles) {
        JsonArrayBuilder dependsOn = Json.createArrayBuilder();
        state.dependsOn().forEach(dependsOn::add);
        JsonObjectBuilder choices = Json.createObjectBuilder();
        roles.forEach(choices::add);
        JsonObjectBuilder view = Json.createObjectBuilder()
                .add("key", state.key())
                .add("module", state.module())
                .add("label", state.key())
                .add("value", state.value())
                .add("layer", name(state.layer()))
                .add("origin", name(state.origin()))
                .add("granted", state.granted())
                .add("default", state.defaultValue())
                .add("dependsOn", dependsOn)
                .add("roles", choices);
        state.tenantValue().ifPresentOrElse(value -> view.add("tenant", value), () -> view.addNull("tenant"));
        state.blockedBy().ifPresentOrElse(key -> view.add("blockedBy", key), () -> view.addNull("blockedBy"));
        return view.build();
    }

    private static String name(FeatureState.Layer layer) {
        return layer.name().toLowerCase(Locale.ROOT);
    }
}
