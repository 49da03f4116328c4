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

    /** Takes the slug for a sign-up; false if somebody else has it. */
    boolean reserve(NewTenant tenant) {
        return sql.update(
                        "insert into platform.tenant (id, slug, name, status, country, time_zone, language, currency) "
                                + "values (?, ?, ?, 'PENDING_VERIFICATION', ?, ?, ?, ?) on conflict (slug) do update "
                                + "set name = excluded.name, country = excluded.country, time_zone = excluded.time_zone, "
                                + "language = excluded.language, currency = excluded.currency "
                                + "where platform.tenant.id = excluded.id",
                        tenant.id(),
                        tenant.slug(),
                        tenant.name(),
                        tenant.country(),
                        tenant.timeZone(),
                        tenant.language(),
                        tenant.currency())
                == 1;
    }

    /** Gives a slug back that was taken by a sign-up nobody confirmed in time. */
    void releaseAbandoned(String slug) {
        String abandoned = "t.slug = ? and t.status = 'PENDING_VERIFICATION' "
                + "and not exists (select 1 from platform.signup o where o.tenant_id = t.id and o.expires_at > now())";
        sql.update(
                "delete from platform.outbox x using platform.tenant t where x.tenant_id = t.id and " + abandoned,
                slug);
        sql.update(
                "delete from platform.signup s using platform.tenant t where s.tenant_id = t.id and " + abandoned,
                slug);
        sql.update("delete from platform.tenant t where " + abandoned, slug);
    }

    /** The tenant works from now on. */
    void open(UUID id) {
        sql.update("update platform.tenant set status = 'ACTIVE', status_since = now() where id = ?", id);
    }
}
