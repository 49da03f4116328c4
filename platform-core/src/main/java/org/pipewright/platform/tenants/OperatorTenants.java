package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.modules.Modules;

/** What the operator sees of tenants: their state and size, never what they keep. */
@ApplicationScoped
class OperatorTenants {

    @Inject
    Sql sql;

    @Inject
    Modules modules;

    /**
     * One tenant.
     *
     * @param plan what the tenant was sold, by the operator's name for it, may be null
     * @param users people who can log in
     * @param records of all types, as last counted
     * @param lastLogin when any of them last did, may be null
     * @param modules what is granted
     */
    public record TenantEntry(
            UUID id,
            String slug,
            String name,
            String status,
            String plan,
            String statusReason,
            Instant statusSince,
            String country,
            String language,
            String currency,
            long users,
            long records,
            Instant createdAt,
            Instant lastLogin,
            List<GrantedModule> modules) {}

    /** Whether a module is granted. */
    public record GrantedModule(String module, boolean granted) {}

    private record Withheld(UUID tenant, String module) {}

    /** A page of tenants by name, as far as they fit. */
    OperatorPage page(OperatorFilter filter) {
        OperatorFilter.Conditions conditions = filter.conditions();
        List<TenantEntry> found = read(conditions.sql(), conditions.parameters(), conditions.limit() + 1);
        boolean more = found.size() > conditions.limit();
        List<TenantEntry> items = more ? found.subList(0, conditions.limit()) : found;
        return new OperatorPage(items, more ? items.get(items.size() - 1).id().toString() : null);
    }

    /** One tenant. */
    Optional<TenantEntry> withId(UUID id) {
        return read("t.id = ?", List.of(id), 1).stream().findFirst();
    }

    private List<TenantEntry> read(String condition, List<Object> parameters, int most) {
        Set<Withheld> withheld = sql
                .list(
                        "select tenant_id, module from platform.entitlement where not granted",
                        row -> new Withheld(row.getObject(1, UUID.class), row.getString(2)))
                .stream()
                .collect(Collectors.toSet());
        return sql.list(
                "select t.id, t.slug, t.name, t.status, t.status_reason, t.status_since, t.country, t.language, "
                        + "t.currency, t.created_at, count(m.person_id), max(p.last_login_at), "
                        + "coalesce((select u.records from platform.usage u where u.tenant_id = t.id "
                        + "and u.measured_at is not null order by u.month desc limit 1), 0), t.plan "
                        + "from platform.tenant t "
                        + "left join platform.membership m on m.tenant_id = t.id and m.active "
                        + "left join platform.person p on p.id = m.person_id where " + condition
                        + " group by t.id order by lower(t.name), t.id limit " + most,
                row -> entry(row, withheld),
                parameters);
    }

    private TenantEntry entry(ResultSet row, Set<Withheld> withheld) throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return new TenantEntry(
                id,
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getString(14),
                row.getString(5),
                instant(row, 6),
                row.getString(7),
                row.getString(8),
                row.getString(9),
                row.getLong(11),
                row.getLong(13),
                instant(row, 10),
                instant(row, 12),
                granted(id, withheld));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private List<GrantedModule> granted(UUID tenant, Set<Withheld> withheld) {
        return modules.all().stream()
                .map(module -> module.id())
                .filter(module -> !module.equals(CoreModule.ID))
                .map(module -> new GrantedModule(module, !withheld.contains(new Withheld(tenant, module))))
                .toList();
    }
}
