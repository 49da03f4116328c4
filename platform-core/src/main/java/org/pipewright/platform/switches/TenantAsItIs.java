package org.pipewright.platform.switches;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.Set;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Tells modules what holds for everybody in the bound tenant. */
@ApplicationScoped
class TenantAsItIs implements CurrentTenant {

    @Inject
    Switches switches;

    @Inject
    CallerBinding callers;

    @Inject
    Sql sql;

    /** What the caller has, the tenant has; only for the others the database is asked. */
    @Override
    public boolean hasFeature(String key) {
        return callers.hasFeature(key) || switches.ofTenant().state(key).value();
    }

    @Override
    public String name() {
        return callers.caller().tenant().name();
    }

    @Override
    public String currency() {
        return callers.caller().tenant().currency();
    }

    @Override
    public Set<DayOfWeek> workingDays() {
        return Set.copyOf(
                sql.list("select unnest(working_days) from core.organisation", row -> DayOfWeek.of(row.getInt(1))));
    }

    @Override
    public ZoneId timeZone() {
        return callers.caller().tenant().timeZone();
    }
}
