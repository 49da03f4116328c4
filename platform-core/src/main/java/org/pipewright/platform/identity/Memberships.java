package org.pipewright.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** Who belongs to which tenant. Answers may be two seconds old. */
@ApplicationScoped
public class Memberships {

    private static final String COLUMNS =
            "select t.id, t.slug, t.name, t.status, m.member_id from platform.membership m "
                    + "join platform.tenant t on t.id = m.tenant_id "
                    + "where m.active and t.status in ('ACTIVE', 'SUSPENDED', 'PENDING_DELETION') and m.person_id = ? ";

    private final Cache<UUID, List<Membership>> byPerson = Caffeine.newBuilder()
            .maximumSize(20_000)
            .expireAfterWrite(Duration.ofSeconds(2))
            .build();

    @Inject
    Sql sql;

    /** The tenants of a person, by name. */
    public List<Membership> of(UUID person) {
        return byPerson.get(
                person, id -> sql.list(COLUMNS + "order by lower(t.name), t.id", Memberships::membership, id));
    }

    /** The person's membership in the tenant of that slug or id. */
    public Optional<Membership> in(String tenant, UUID person) {
        return of(person).stream()
                .filter(membership -> membership.slug().equals(tenant)
                        || membership.tenantId().toString().equals(tenant))
                .findFirst();
    }

    /** Whether the person is a member of the tenant, or was one that it has put out. */
    public boolean isKnown(UUID person, UUID tenant) {
        return sql.first(
                        "select 1 from platform.membership where person_id = ? and tenant_id = ?",
                        row -> row.getInt(1),
                        person,
                        tenant)
                .isPresent();
    }

    /** Makes the person a member of the tenant. */
    @Transactional
    public void add(UUID person, UUID tenant, UUID member) {
        sql.update(
                "insert into platform.membership (person_id, tenant_id, member_id) values (?, ?, ?) "
                        + "on conflict (person_id, tenant_id) do update set member_id = excluded.member_id, active = true",
                person,
                tenant,
                member);
        byPerson.invalidate(person);
    }

    /** Lets the member in or keeps the member out; tells whose membership it is. */
    @Transactional
    public Optional<UUID> activate(UUID tenant, UUID member, boolean active) {
        Optional<UUID> person = sql.first(
                "update platform.membership set active = ? where tenant_id = ? and member_id = ? returning person_id",
                row -> row.getObject(1, UUID.class),
                active,
                tenant,
                member);
        person.ifPresent(byPerson::invalidate);
        return person;
    }

    /** Forgets what was read, because the state of a tenant has changed. */
    public void forget() {
        byPerson.invalidateAll();
    }

    private static Membership membership(ResultSet row) throws SQLException {
        return new Membership(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                row.getString(4),
                row.getObject(5, UUID.class));
    }
}
