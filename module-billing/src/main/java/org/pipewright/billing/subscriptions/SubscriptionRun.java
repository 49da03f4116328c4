package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Makes the invoices of the periods that have come, each once; what was missed is caught up with (S-INV-10). */
@ApplicationScoped
class SubscriptionRun implements RecordChore<Subscription> {

    /** Of one subscription in one go: what is left comes with the next one, so that no transaction takes for ever. */
    private static final int MOST = 60;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Invoicing invoicing;

    @Inject
    CurrentTenant tenant;

    @Override
    public List<UUID> due() {
        return tenant.hasFeature(BillingModule.SUBSCRIPTIONS)
                ? entityManager
                        .createQuery(
                                "select s.id from Subscription s where s.deletedAt is null and s.status in ("
                                        + "org.pipewright.billing.subscriptions.SubscriptionStatus.ACTIVE,"
                                        + " org.pipewright.billing.subscriptions.SubscriptionStatus.PAUSED)"
                                        + " and (s.nextOn <= :today or s.endsOn < :today) order by s.id",
                                UUID.class)
                        .setParameter("today", tenant.today())
                        .getResultList()
                : List.of();
    }

    @Override
    public void perform(Subscription subscription) {
        invoicing.run(subscription, MOST);
    }
}
