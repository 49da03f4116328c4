package org.pipewright.billing.subscriptions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Lets a subscription end on a day, with what that is for; the last part of a period costs by its days. */
@ApplicationScoped
class EndSubscription implements ProposingVerb<Subscription, EndSubscription.Last> {

    /**
     * The end.
     *
     * @param on the last day that is charged
     * @param reason why, if there is something to say
     */
    record Last(
            @Field(required = true) LocalDate on,

            @Field(format = Field.Format.MULTILINE, max = 2000)
            String reason) {}

    @Inject
    CurrentTenant tenant;

    @Override
    public String name() {
        return "end";
    }

    @Override
    public boolean offered(Subscription subscription) {
        return subscription.status().isRunning();
    }

    @Override
    public Last proposed(Subscription subscription) {
        LocalDate charged = subscription.chargedFrom().orElseThrow().minusDays(1);
        return new Last(charged.isAfter(tenant.today()) ? charged : tenant.today(), null);
    }

    @Override
    public void perform(Subscription subscription, Last last) {
        LocalDate charged = subscription.chargedFrom().orElseThrow().minusDays(1);
        SubscriptionDays.require(!last.on().isBefore(charged), "billing.violation.charged");
        subscription.end(last.on(), last.reason());
        subscription.endIfOver(tenant.today());
    }
}
