package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.jobs.JobHandler;
import org.pipewright.platform.jobs.JobRun;

/**
 * Removes a tenant for good after its days of grace (S-TEN-16, S-TEN-17): counts first and checks that only this tenant
 * is in reach, closes it so that nobody can take it back any more, removes organisation and accounts at the provider,
 * then all rows. Each step may be repeated, so a purge whose node died goes on.
 */
@ApplicationScoped
class Purge implements JobHandler {

    static final String KIND = "purge";

    private static final Logger LOGGER = System.getLogger(Purge.class.getName());

    @Inject
    CallerBinding binding;

    @Inject
    PurgeRows rows;

    @Inject
    TenantLife life;

    @Inject
    PurgedPeople people;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public boolean worksWhileClosed() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        UUID tenant = binding.tenantId();
        Map<String, Long> counted = rows.rehearse(tenant);
        LOGGER.log(Level.INFO, "Purge of tenant {0}: {1} rows", tenant, total(counted));
        life.delete();
        List<PurgedPeople.Known> leaving = people.of(tenant);
        people.remove(tenant, leaving);
        rows.perform(tenant, leaving.stream().map(PurgedPeople.Known::id).collect(Collectors.toSet()));
        LOGGER.log(Level.INFO, "Tenant {0} is purged", tenant);
    }

    private static long total(Map<String, Long> counted) {
        return counted.values().stream().mapToLong(Long::longValue).sum();
    }
}
