package org.pipewright.sales.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Sums;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.opportunities.Outcome;

/** The targets of the tenant. */
@ApplicationScoped
class Targets {

    private static final String OF_THESE = " and (t.person is null or t.person in :owners)"
            + " and (t.team is null or t.team in :teams) and (t.kind is null or t.kind in :kinds)";
    private static final UUID NONE = new UUID(0, 0);

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Sums sums;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    /** Looks anew how far a target is done; while what it counts by is off, it stays as it was. */
    void reckon(Target target) {
        entityManager.flush();
        Optional<Money> won = sum(target, Outcome.WON, "closeRevenue", "", "actualClose");
        Optional<Money> open = sum(target, Outcome.IN_PROGRESS, "amount", "probability", "expectedClose");
        if (won.isPresent() && open.isPresent()) {
            target.reckon(won.get(), open.get(), goal(target));
        }
    }

    private Optional<BigDecimal> goal(Target target) {
        return target.goal()
                .flatMap(goal -> goal.currency().equals(tenant.currency())
                        ? Optional.of(goal)
                        : exchange.exchanged(goal, tenant.currency(), tenant.today()))
                .map(Money::amount);
    }

    private Optional<Money> sum(Target target, Outcome outcome, String amount, String weight, String day) {
        String criteria = "outcome==" + outcome + ";" + day + ">=" + target.firstDay() + ";" + day + "<="
                + target.lastDay()
                + target.person().map(person -> ";owner==" + person).orElse("")
                + target.team().map(team -> ";team==" + team).orElse("")
                + target.territory()
                        .map(territory -> ";" + Target.TERRITORY + "=under=" + territory)
                        .orElse("")
                + target.kind().map(kind -> ";kind==" + kind).orElse("");
        return sums.of(Opportunity.NAME, criteria, amount, weight)
                .map(sum -> Money.rounded(sum, tenant.currency()))
                .map(rounded -> rounded.withBase(rounded.amount()));
    }

    /**
     * Looks anew how far those targets are done for which the deals may count. They are locked before deals are counted,
     * so that two deals won at once are both counted; those of other people are left alone, and nobody waits for them.
     */
    void reckon(Counting deals) {
        reckon(meeting(deals.first(), deals.last(), OF_THESE)
                .setParameter("owners", some(deals.owners()))
                .setParameter("teams", some(deals.teams()))
                .setParameter("kinds", some(deals.kinds())));
    }

    /** The same for all whose time meets the day. */
    void reckon(LocalDate day) {
        reckon(meeting(day, day, ""));
    }

    /** The same for all that are for a territory. */
    void reckonOfTerritories() {
        reckon(entityManager.createQuery(
                "select t from Target t where t.territory is not null and t.deletedAt is null order by t.id",
                Target.class));
    }

    private void reckon(TypedQuery<Target> query) {
        query.setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultList().forEach(this::reckon);
        entityManager.flush();
    }

    private TypedQuery<Target> meeting(LocalDate first, LocalDate last, String condition) {
        return entityManager
                .createQuery(
                        "select t from Target t where t.firstDay <= :last and t.lastDay >= :first"
                                + " and t.deletedAt is null" + condition + " order by t.id",
                        Target.class)
                .setParameter("first", first)
                .setParameter("last", last);
    }

    /** Databases know no empty list. */
    private static Set<UUID> some(Set<UUID> ids) {
        return ids.isEmpty() ? Set.of(NONE) : ids;
    }
}
