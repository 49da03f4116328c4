package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** The list of tenants. */
@ApplicationScoped
class TenantRows {

    @Inject
    Sql sql;

    boolean has(UUID id) {
        return sql.first("select 1 from platform.tenant where id = ?", row -> row.getInt(1), id)
                .isPresent();
    }

    void add(NewTenant tenant, String status) {
        sql.update(
                "insert into platform.tenant (id, slug, name, status, country, time_zone, language, currency) "
                        + "values (?, ?, ?, ?, ?, ?, ?, ?)",
                tenant.id(),
                tenant.slug(),
                tenant.name(),
                status,
                tenant.country(),
                tenant.timeZone(),
                tenant.language(),
                tenant.currency());
    }
}
