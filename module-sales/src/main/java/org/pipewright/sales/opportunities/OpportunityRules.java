package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Guards;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.SalesErrorCode;

/** What holds for an opportunity on every path: form, list, board, bulk, import, REST and verbs (trap 8). */
@ApplicationScoped
class OpportunityRules implements RecordRules<Opportunity> {

    @Inject
    Catalogue catalogue;

    @Inject
    Customers customers;

    @Inject
    CurrentCaller caller;

    @Inject
    Stages stages;

    @Inject
    Periods periods;

    @Inject
    TenantSettings settings;

    @Inject
    Guards guards;

    @Override
    public void prepare(Opportunity opportunity) {
        opportunity.standOnTop(Instant.now());
        opportunity.customer().flatMap(customers::accountOf).ifPresent(opportunity::belongTo);
        stages.start(opportunity);
        statusOf(opportunity).ifPresent(status -> opportunity.estimate(stages.probability(opportunity, status)));
        statusOf(opportunity)
                .filter(status -> status.outcome() == Outcome.WON)
                .ifPresent(won -> opportunity.expectRevenue());
    }

    @Override
    public void check(Opportunity opportunity, Change change, Violations violations) {
        periods.require(opportunity, change);
        Locks.require(opportunity, change);
        stages.follow(opportunity, change, violations);
        requireSomebodyToSellTo(opportunity, change, violations);
        requireContactOfAccount(opportunity, change, violations);
        requireCustomerOfAccount(opportunity, change, violations);
        requireTypedAmount(opportunity, change);
        if (opportunity.hasRecurringAmount() != opportunity.hasPeriod()) {
            String missing = opportunity.hasPeriod() ? "recurringAmount" : "recurringPeriod";
            violations.missing(missing, "core.violation.required");
        }
        if (change.historical()
                && opportunity.name() == null
                && opportunity.externalId().isEmpty()) {
            violations.reject("name", "required", "core.violation.required");
        }
        Optional<OpportunityStatus> status = statusOf(opportunity);
        if (opportunity.status().isEmpty()) {
            violations.reject("status", "required", "core.violation.required");
        }
        status.ifPresent(current -> checkOutcome(opportunity, current, change, violations));
        stages.check(opportunity, change, violations);
    }

    private Optional<OpportunityStatus> statusOf(Opportunity opportunity) {
        return opportunity.status().flatMap(catalogue::status);
    }

    /** A competitor is a party of deals, not who they are with, unless it is a customer, too (S-ACC-08). */
    private void requireSomebodyToSellTo(Opportunity opportunity, Change change, Violations violations) {
        if (change.touches("account")
                && !change.historical()
                && opportunity.account() != null
                && customers.isOnlyCompetitor(opportunity.account())) {
            violations.reject("account", "competitor", "sales.violation.competitor");
        }
    }

    /** Somebody of another account is a mistake; somebody of none is not (S-OPP-02). */
    private void requireContactOfAccount(Opportunity opportunity, Change change, Violations violations) {
        if (opportunity.account() == null || !(change.touches("contact") || change.touches("account"))) {
            return;
        }
        opportunity
                .contact()
                .filter(contact -> !customers.isContactOf(contact, opportunity.account()))
                .ifPresent(other -> violations.reject("contact", "other-account", "sales.violation.other-account"));
    }

    /** An amount that follows lines or demand is not typed, unless it stops following them (S-OPP-15). */
    private static void requireTypedAmount(Opportunity opportunity, Change change) {
        if (change.touches("amount")
                && !change.created()
                && opportunity.followsAmounts()
                && !opportunity.isWhatItFollows()
                && !opportunity.isExchangedNow()) {
            throw new Refusal(
                    SalesErrorCode.AMOUNT_FOLLOWS,
                    Map.of(),
                    List.of(new FieldError("amount", "follows", "sales.violation.amount-follows")));
        }
    }

    private void requireCustomerOfAccount(Opportunity opportunity, Change change, Violations violations) {
        if (change.touches("customer") || change.touches("account")) {
            opportunity
                    .customer()
                    .flatMap(customers::accountOf)
                    .filter(account -> !account.equals(opportunity.account()))
                    .ifPresent(
                            other -> violations.reject("customer", "other-account", "sales.violation.other-account"));
        }
    }

    private void checkOutcome(Opportunity opportunity, OpportunityStatus status, Change change, Violations violations) {
        boolean isNews = opportunity.outcome().orElse(Outcome.IN_PROGRESS) != status.outcome();
        if (isNews) {
            requireWayTo(status.outcome(), opportunity, change, violations);
            if (status.outcome() == Outcome.WON && !(change.created() && change.historical())) {
                stages.requireWinnable(opportunity);
            }
        }
        new Facts(opportunity, opportunity.lossReason().flatMap(catalogue::reason), violations).check(status.outcome());
    }

    /** An outcome comes about by its verb, or with a new record of somebody who has the verb's right. */
    private void requireWayTo(Outcome outcome, Opportunity opportunity, Change change, Violations violations) {
        if (opportunity.isDecidedNow()) {
            return;
        }
        if (!change.created() && change.origin() != Origin.IMPORT) {
            violations.rejectForVerb("status", verb(outcome), "sales.violation.by-verb");
        } else if (caller.level(Opportunity.NAME, verb(outcome)) == Level.NONE) {
            throw Refusal.of(SalesErrorCode.OUTCOME_FORBIDDEN, verb(outcome));
        } else if (!change.created()) {
            guards.require(Opportunity.NAME, verb(outcome), opportunity.id());
        }
    }

    private static String verb(Outcome outcome) {
        return outcome == Outcome.WON ? WinOpportunity.NAME : LoseOpportunity.NAME;
    }

    @Override
    public void derive(Opportunity opportunity, Change change) {
        opportunity.nameByExternalId();
        OpportunityStatus status = statusOf(opportunity).orElseThrow();
        if (!change.created()) {
            boolean moved = change.touches("stage") || change.touches("status");
            opportunity.reestimate(stages.probability(opportunity, status), change.touches("probability"), moved);
        }
        if (isPushed(opportunity, change)) {
            opportunity.pushed();
        }
        opportunity.reckon(change.created());
        Instant now = Instant.now();
        stages.settle(opportunity, change, now);
        opportunity.follow(status, now, closesAtOnce(status.outcome()));
    }

    @Override
    public void requireDeletable(Opportunity opportunity) {
        periods.requireOpen(opportunity);
        if (opportunity.isClosed()) {
            throw Refusal.of(SalesErrorCode.OPPORTUNITY_CLOSED);
        }
    }

    private boolean closesAtOnce(Outcome outcome) {
        return switch (outcome) {
            case IN_PROGRESS -> false;
            case WON -> settings.flag("sales.close-when-won");
            case LOST -> settings.flag("sales.close-when-lost");
        };
    }

    private static boolean isPushed(Opportunity opportunity, Change change) {
        Optional<LocalDate> before = change.before("expectedClose").map(LocalDate.class::cast);
        return !change.created()
                && before.isPresent()
                && opportunity.expectedClose().filter(before.get()::isBefore).isPresent();
    }
}
