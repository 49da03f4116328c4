package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.modules.Modules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.modules.Feature;

/** What the operator grants the bound tenant. */
@ApplicationScoped
class Entitlements {

    @Inject
    Sql sql;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    @Inject
    Callers callers;

    @Inject
    Modules modules;

    /** Grants a whole module or takes it away; its data stays. */
    @Transactional
    void grant(String module, boolean granted) {
        boolean before = sql.first(
                        "select granted from platform.entitlement where tenant_id = ? and module = ?",
                        row -> row.getBoolean(1),
                        binding.tenantId(),
                        module)
                .orElse(true);
        sql.update(
                "insert into platform.entitlement (tenant_id, module, granted) values (?, ?, ?) "
                        + "on conflict (tenant_id, module) do update set granted = excluded.granted",
                binding.tenantId(),
                module,
                granted);
        history.record("module:" + module, "grant", json(before), json(granted));
        callers.forget(binding.tenantId());
    }

    /**
     * A feature.
     *
     * @param module that brings it
     * @param granted whether the operator grants it, as far as the module is
     */
    public record GrantedFeature(String feature, String module, boolean granted) {}

    /** All features of the modules that are there. */
    @Transactional
    List<GrantedFeature> features() {
        Set<String> withheld = Set.copyOf(sql.list(
                "select feature from platform.withheld_feature where tenant_id = ?",
                row -> row.getString(1),
                binding.tenantId()));
        return modules.all().stream()
                .flatMap(module -> module.features().stream()
                        .map(Feature::key)
                        .map(key -> new GrantedFeature(key, module.id(), !withheld.contains(key))))
                .toList();
    }

    /** Grants a single feature or takes it away; what the tenant chose for it waits. */
    @Transactional
    void grantFeature(String feature, boolean granted) {
        boolean before = features().stream()
                .filter(known -> known.feature().equals(feature))
                .map(GrantedFeature::granted)
                .findFirst()
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        if (before == granted) {
            return;
        }
        sql.update(
                granted
                        ? "delete from platform.withheld_feature where tenant_id = ? and feature = ?"
                        : "insert into platform.withheld_feature (tenant_id, feature) values (?, ?)",
                binding.tenantId(),
                feature);
        history.record("feature:" + feature, "grant", json(before), json(granted));
        callers.forget(binding.tenantId());
    }

    /** Notes what the tenant is sold, by the operator's name for it; what it may use is granted beside. */
    @Transactional
    void sell(String plan) {
        String name = plan == null || plan.isBlank() ? null : plan.strip();
        Optional<String> before = sql.first(
                "select coalesce(plan, '') from platform.tenant where id = ?",
                row -> row.getString(1),
                binding.tenantId());
        sql.update("update platform.tenant set plan = ? where id = ?", name, binding.tenantId());
        history.record("plan:" + binding.caller().tenant().slug(), "plan", json(before.orElse("")), json(name));
    }

    private static JsonValue json(String text) {
        return text == null || text.isEmpty() ? JsonValue.NULL : Json.createValue(text);
    }

    private static JsonValue json(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }
}
