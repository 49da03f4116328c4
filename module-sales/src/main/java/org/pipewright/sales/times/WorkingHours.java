package org.pipewright.sales.times;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** When people of the tenant work (S-TEN-22). */
@ApplicationScoped
public class WorkingHours {

    @Inject
    CurrentTenant tenant;

    @Inject
    TenantSettings settings;

    /** Working time as the tenant has it now. */
    public WorkingTime now() {
        return new WorkingTime(
                tenant.timeZone(),
                tenant.workingDays(),
                settings.integer("sales.working-day-start"),
                settings.integer("sales.working-day-end"));
    }
}
