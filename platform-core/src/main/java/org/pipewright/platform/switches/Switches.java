package org.pipewright.platform.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.features.FeatureResolution;
import org.pipewright.platform.features.FeatureState;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.errors.Refusal;

/** The switches of the bound tenant: reads them layer by layer and changes the tenant's own. */
@ApplicationScoped
class Switches {

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    @Inject
    CallerBinding caller;

    @Inject
    History history;

    @Inject
    Event<AccessChanged> changes;

    /** As they stand for the caller. */
    FeatureResolution ofCaller() {
        List<Map<String, Boolean>> roles = caller.caller().roles().stream()
                .map(role -> choices("select feature, enabled from core.role_feature where role_id = ?", role.id()))
                .toList();
        return FeatureResolution.of(modules.all(), withheld(), defaults(), own(), roles);
    }

    /** As they stand for the tenant, whoever acts. */
    FeatureResolution ofTenant() {
        return FeatureResolution.ofTenant(modules.all(), withheld(), defaults(), own());
    }

    /** What was chosen for single roles, by feature and role. */
    Map<String, Map<String, Boolean>> ofRoles() {
        Map<String, Map<String, Boolean>> byFeature = new HashMap<>();
        sql.list(
                "select feature, role_id, enabled from core.role_feature",
                row -> byFeature
                        .computeIfAbsent(row.getString(1), feature -> new TreeMap<>())
                        .put(row.getString(2), row.getBoolean(3)));
        return byFeature;
    }

    /** Ids of modules and keys of features that the operator does not grant. */
    Set<String> withheld() {
        return new HashSet<>(
                sql.list(FeatureResolution.WITHHELD, row -> row.getString(1), caller.tenantId(), caller.tenantId()));
    }

    private Map<String, Boolean> defaults() {
        return choices(FeatureResolution.DEFAULTS);
    }

    private Map<String, Boolean> own() {
        return choices("select feature, enabled from core.feature_switch");
    }

    private Map<String, Boolean> choices(String query, Object... parameters) {
        Map<String, Boolean> choices = new HashMap<>();
        sql.list(query, row -> choices.put(row.getString(1), row.getBoolean(2)), parameters);
        return choices;
    }

    /** Switches a feature for the whole tenant; an empty choice returns to the default. */
    void choose(String feature, Optional<Boolean> choice) {
        FeatureState before = known(feature);
        if (choice.orElse(false)) {
            requireParents(before);
        }
        sql.update("delete from core.feature_switch where feature = ?", feature);
        choice.ifPresent(enabled ->
                sql.update("insert into core.feature_switch (feature, enabled) values (?, ?)", feature, enabled));
        told("feature:" + feature, before.tenantValue(), choice);
    }

    /** Switches a feature for one role; an empty choice leaves it to the tenant. */
    void choose(UUID role, String feature, Optional<Boolean> choice) {
        known(feature);
        String roleName = sql.first("select name from core.role where id = ?", row -> row.getString(1), role)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        Optional<Boolean> before = sql.first(
                "select enabled from core.role_feature where role_id = ? and feature = ?",
                row -> row.getBoolean(1),
                role,
                feature);
        sql.update("delete from core.role_feature where role_id = ? and feature = ?", role, feature);
        choice.ifPresent(enabled -> sql.update(
                "insert into core.role_feature (role_id, feature, enabled) values (?, ?, ?)", role, feature, enabled));
        told("feature:" + feature + "@" + roleName, before, choice);
    }

    private FeatureState known(String feature) {
        FeatureState state = ofTenant().state(feature);
        if (state.layer() == FeatureState.Layer.MODULE) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        if (!state.granted()) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, feature);
        }
        return state;
    }

    private void requireParents(FeatureState feature) {
        FeatureResolution tenant = ofTenant();
        feature.dependsOn().stream()
                .filter(parent -> !tenant.state(parent).value())
                .findFirst()
                .ifPresent(parent -> {
                    throw Refusal.of(CoreErrorCode.FEATURE_DEPENDENCY, parent);
                });
    }

    private void told(String subject, Optional<Boolean> before, Optional<Boolean> after) {
        if (!before.equals(after)) {
            history.record(subject, "switch", json(before), json(after));
            changes.fire(new AccessChanged(caller.tenantId()));
        }
    }

    private static JsonValue json(Optional<Boolean> choice) {
        return choice.map(on -> on ? JsonValue.TRUE : JsonValue.FALSE).orElse(JsonValue.NULL);
    }
}
