package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.pipewright.billing.invoices.PeriodInvoices;
import org.pipewright.billing.invoices.PeriodInvoices.Charge;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Invoices what is due of subscriptions. What is only to be known beforehand is reckoned the same way (S-INV-11). */
@ApplicationScoped
class Invoicing {

    @Inject
    PeriodInvoices invoices;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    /** A segment with what is charged for it. */
    record Due(Segment segment, Charge charge) {}

    /** All that is to be invoiced of it by a day. */
    List<Due> due(Subscription subscription, LocalDate by, int most) {
        List<SubscriptionLine> lines = parts.of(SubscriptionLine.class, subscription.id());
        return subscription.due(by, most).stream()
                .map(segment -> new Due(segment, subscription.charge(segment, lines)))
                .toList();
    }

    /** Invoices what is due by today. The subscription is locked, so that nobody else does the same. */
    void run(Subscription subscription, int most) {
        due(subscription, tenant.today(), most).forEach(due -> {
            invoices.make(due.charge());
            records.change(subscription, changed -> changed.invoiced(due.segment()));
        });
        if (subscription.isOver(tenant.today())) {
            records.change(subscription, changed -> changed.endIfOver(tenant.today()));
        }
    }
}
