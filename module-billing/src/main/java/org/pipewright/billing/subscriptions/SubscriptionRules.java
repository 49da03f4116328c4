package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Set;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Language;

/** Once it is active the periods of a subscription are not counted otherwise, and what is invoiced is not undone. */
@ApplicationScoped
class SubscriptionRules extends DocumentRules<Subscription, SubscriptionLine> {

    /** What says which days belong to which period. */
    private static final Set<String> COUNTING =
            Set.of("startsOn", "trialDays", "every", "unit", "countedFrom", "billed");

    /** Years between which it begins from today; further ones are slips of the pen that would make invoices for ages. */
    private static final int YEARS = 10;

    private static final String OUT_OF_RANGE = "out-of-range";

    @Inject
    Imprints imprints;

    @Inject
    CustomerAddresses addresses;

    @Inject
    CurrentTenant tenant;

    SubscriptionRules() {
        super(SubscriptionLine.class);
    }

    @Override
    public void prepare(Subscription subscription) {
        super.prepare(subscription);
        subscription.fillGaps(addresses
                .language(subscription.contact())
                .orElseGet(() -> Language.of(imprints.now().language())));
    }

    @Override
    public void check(Subscription subscription, Change change, Violations violations) {
        super.check(subscription, change, violations);
        if (subscription.startsOn() != null) {
            checkDays(subscription, change, violations);
        }
        if (violations.errors().isEmpty() && !subscription.isMoving()) {
            requireOpen(subscription, change);
        }
    }

    private void checkDays(Subscription subscription, Change change, Violations violations) {
        LocalDate start = subscription.startsOn();
        if (change.touches("startsOn") && isFar(start)) {
            violations.reject("startsOn", OUT_OF_RANGE, "core.violation.out-of-range");
        }
        if (change.touches("countedFrom")
                && subscription.countedFrom().filter(this::isFar).isPresent()) {
            violations.reject("countedFrom", OUT_OF_RANGE, "core.violation.out-of-range");
        }
        LocalDate charged =
                subscription.chargedFrom().map(day -> day.minusDays(1)).orElse(start);
        if ((change.touches("endsOn") || change.touches("startsOn"))
                && subscription.endsOn().filter(charged::isAfter).isPresent()) {
            violations.reject("endsOn", OUT_OF_RANGE, "billing.violation.charged");
        }
    }

    private boolean isFar(LocalDate day) {
        LocalDate today = tenant.today();
        return day.isBefore(today.minusYears(YEARS)) || day.isAfter(today.plusYears(YEARS));
    }

    private static void requireOpen(Subscription subscription, Change change) {
        if (subscription.status() == SubscriptionStatus.ENDED
                && !change.fields().isEmpty()) {
            throw Refusal.of(BillingErrorCode.SUBSCRIPTION_ENDED, subscription.name());
        }
        if (subscription.status().isRunning() && COUNTING.stream().anyMatch(change::touches)) {
            throw Refusal.of(BillingErrorCode.SUBSCRIPTION_RUNNING, subscription.name());
        }
    }

    @Override
    public void derive(Subscription subscription, Change change) {
        super.derive(subscription, change);
        subscription.reckonNext();
    }

    @Override
    public void requireDeletable(Subscription subscription) {
        if (subscription.status() != SubscriptionStatus.DRAFT) {
            throw Refusal.of(BillingErrorCode.SUBSCRIPTION_RUNNING, subscription.name());
        }
    }
}
