package org.pipewright.platform.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.database.Sql;

/**
 * Knows what members may do. Kept for two seconds, so that a change of roles, teams or switches holds on every node
 * within five (S-ROLE-17, S-SET-18), and forgotten at once on the node that made it.
 */
@ApplicationScoped
public class Callers {

    private static final Pattern TENANT = Pattern.compile("[A-Za-z0-9-]{1,40}");

    private final Cache<Key, Optional<Caller>> known = Caffeine.newBuilder()
            .expireAfterWrite(Duration.ofSeconds(2))
            .maximumSize(10_000)
            .build();

    @Inject
    CallerReading reading;

    @Inject
    Sql sql;

    private record Key(UUID tenant, UUID member) {}

    /** The member of the tenant, unless it is not active there. */
    public Optional<Caller> member(UUID tenant, UUID member) {
        return known.get(
                new Key(tenant, member), key -> BoundTenant.during(tenant, () -> reading.member(tenant, member)));
    }

    /** The tenant itself, for jobs, deliveries and intake: it may do everything that its features allow. */
    public Caller system(UUID tenant) {
        return BoundTenant.during(tenant, () -> reading.system(tenant));
    }

    /** The active tenant of that slug or id, for calls of people outside; empty where there is none. */
    public Optional<Caller> systemOf(String slugOrId) {
        return TENANT.matcher(slugOrId).matches()
                ? sql.first(
                                "select id from platform.tenant where (slug = ? or id::text = ?) and status = 'ACTIVE'",
                                row -> row.getObject(1, UUID.class),
                                slugOrId,
                                slugOrId)
                        .map(this::system)
                : Optional.empty();
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) AccessChanged change) {
        forget(change.tenant());
    }

    /** Forgets what is known of a tenant, after a change of its roles, people or switches. */
    public void forget(UUID tenant) {
        known.asMap().keySet().removeIf(key -> key.tenant().equals(tenant));
    }

    /** Forgets what is known of all tenants, after a change that concerns each of them. */
    public void forgetAll() {
        known.invalidateAll();
    }
}
