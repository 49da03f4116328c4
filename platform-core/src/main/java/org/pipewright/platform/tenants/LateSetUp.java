package org.pipewright.platform.tenants;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.identity.LateModules;
import org.pipewright.platform.jobs.Chore;
import org.pipewright.platform.spi.records.Origin;

/**
 * Sets modules up in tenants that were there before them, or that had to do without them: before the first call of a
 * member there, soon after the start, when the operator grants them, and when a suspended tenant works again. What fails
 * is tried again.
 */
@ApplicationScoped
class LateSetUp implements Chore, LateModules {

    private static final Logger LOGGER = System.getLogger(LateSetUp.class.getName());
    private static final Duration BETWEEN_ROUNDS = Duration.ofSeconds(30);

    /** As long as callers are known, who have the features of a module that another node granted only then. */
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Cache<UUID, Boolean> lookedAt = Caffeine.newBuilder()
            .expireAfterWrite(BETWEEN_LOOKS)
            .maximumSize(10_000)
            .build();

    @Inject
    Sql sql;

    @Inject
    TenantHooks hooks;

    @Inject
    OneSetUp setUp;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    private record Missing(UUID tenant, String module) {}

    @Override
    public String name() {
        return "module-set-up";
    }

    @Override
    public Duration every() {
        return BETWEEN_ROUNDS;
    }

    @Override
    public void run() {
        missing("").forEach(this::attempt);
    }

    /** Calls that come meanwhile wait, so that nobody finds a module half set up. */
    @Override
    public void setUp(UUID tenant) {
        lookedAt.asMap().computeIfAbsent(tenant, looked -> {
            ofTenant(tenant);
            return true;
        });
    }

    /** Sets up what the tenant lacks. */
    void ofTenant(UUID tenant) {
        missing(" and t.id = ?", tenant).forEach(this::attempt);
    }

    private List<Missing> missing(String condition, Object... more) {
        Set<String> modules = hooks.modules();
        List<Object> parameters = new ArrayList<>(List.of(modules));
        parameters.addAll(List.of(more));
        return sql.list(
                "select t.id, m.module from platform.tenant t cross join unnest(?::text[]) as m (module)"
                        + " where t.status = 'ACTIVE'"
                        + " and not exists (select 1 from platform.module_set_up s"
                        + " where s.tenant_id = t.id and s.module = m.module)"
                        + " and not exists (select 1 from platform.entitlement e"
                        + " where e.tenant_id = t.id and e.module = m.module and not e.granted)" + condition
                        + " order by t.id, m.module",
                row -> new Missing(row.getObject(1, UUID.class), row.getString(2)),
                parameters);
    }

    private void attempt(Missing missing) {
        try {
            Caller system = callers.system(missing.tenant());
            binding.during(
                    system,
                    Origin.JOB,
                    () -> setUp.perform(
                            missing.tenant(), missing.module(), system.tenant().language()));
        } catch (RuntimeException e) {
            LOGGER.log(Level.WARNING, "Module " + missing.module() + " cannot set up tenant " + missing.tenant(), e);
        }
    }
}
