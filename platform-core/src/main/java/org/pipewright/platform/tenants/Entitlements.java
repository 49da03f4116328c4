package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;

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

    private static JsonValue json(boolean value) {
        return value ? JsonValue.TRUE : JsonValue.FALSE;
    }
}
