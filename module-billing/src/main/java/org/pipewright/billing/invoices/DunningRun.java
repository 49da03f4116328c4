package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;

/** Reminds by itself where the tenant wants that (S-INV-08). */
@ApplicationScoped
class DunningRun implements TenantChore {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    TenantSettings choices;

    @Inject
    CurrentTenant tenant;

    @Inject
    Dunning dunning;

    @Inject
    Records records;

    @Override
    public void perform() {
        if (isWantedToday()) {
            dunning.due().stream()
                    .map(id -> entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE))
                    .forEach(invoice -> records.change(invoice, dunning::remind));
        }
    }

    boolean isWantedToday() {
        return tenant.hasFeature(BillingModule.FEATURE)
                && choices.flag(BillingModule.AUTOMATIC_DUNNING)
                && (!choices.flag(BillingModule.WORKING_DAYS)
                        || tenant.workingDays().contains(tenant.today().getDayOfWeek()));
    }
}
