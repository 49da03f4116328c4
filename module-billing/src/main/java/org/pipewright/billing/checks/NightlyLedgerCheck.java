package org.pipewright.billing.checks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.access.BuiltInRole;
import org.pipewright.platform.spi.people.Bell;
import org.pipewright.platform.spi.people.Colleague;
import org.pipewright.platform.spi.people.Colleagues;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;

/** Checks once a night, soon after the tenant's midnight, and rings for the billing people where something is wrong. */
@ApplicationScoped
class NightlyLedgerCheck implements TenantChore {

    private static final String TEXT = "billing.notice.ledger";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    @Inject
    Records records;

    @Inject
    Colleagues colleagues;

    @Inject
    Bell bell;

    @Override
    public void perform() {
        LocalDate today = tenant.today();
        if (tenant.hasFeature(BillingModule.FEATURE) && !isChecked(today)) {
            LedgerCheck check = records.create(LedgerCheck.ofNight());
            if (check.differences() > 0) {
                colleagues.presentOn(today).stream()
                        .filter(NightlyLedgerCheck::isConcerned)
                        .forEach(person -> bell.ring(person.id(), TEXT, LedgerCheck.NAME, check.id()));
            }
        }
    }

    private static boolean isConcerned(Colleague person) {
        return person.holds(BuiltInRole.BILLING_CLERK.key()) || person.holds(BuiltInRole.TENANT_ADMIN.key());
    }

    private boolean isChecked(LocalDate day) {
        return entityManager
                        .createQuery(
                                "select count(c) from LedgerCheck c where c.nightly = true and c.checkedOn = :day",
                                Long.class)
                        .setParameter("day", day)
                        .getSingleResult()
                > 0;
    }
}
