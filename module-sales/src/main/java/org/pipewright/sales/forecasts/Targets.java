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
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.opportunities.Outcome;

/** The targets of the tenant. */
@ApplicationScoped
class Targets {

    private static final String DEALS = " from Opportunity o where o.deletedAt is null and o.outcome = :outcome and o.";
    private static final String OF_THESE = " and (t.person is null or t.person in :owners)"
            + " and (t.team is null or t.team in :teams) and (t.kind is null or t.kind in :kinds)";
    private static final UUID NONE = new UUID(0, 0);
    private static final int PERCENT = 2;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Exchange exchange;

    @Inject
    CurrentTenant tenant;

    /** Looks anew how far a target is done. */
    void reckon(Target target) {
        Money won = sum(target, Outcome.WON, "o.closeRevenue.base", "actualClose", 0);
        Money open = sum(target, Outcome.IN_PROGRESS, "o.amount.base * o.probability", "expectedClose", PERCENT);
        target.reckon(won, open, goal(target));
    }

    private Optional<BigDecimal> goal(Target target) {
        return target.goal()
                .flatMap(goal -> goal.currency().equals(tenant.currency())
                        ? Optional.of(goal)
                        : exchange.exchanged(goal, tenant.currency(), tenant.today()))
                .map(Money::amount);
    }

    private Money sum(Target target, Outcome outcome, String value, String day, int places) {
        String criteria = DEALS + day + " between :first and :last"
                + target.person().map(person -> " and o.owner = :person").orElse("")
                + target.team().map(team -> " and o.team = :team").orElse("")
                + target.kind().map(kind -> " and o.kind = :kind").orElse("");
        TypedQuery<Number> query = entityManager
                .createQuery("select sum(" + value + ")" + criteria, Number.class)
                .setParameter("outcome", outcome)
                .setParameter("first", target.firstDay())
                .setParameter("last", target.lastDay());
        target.person().ifPresent(person -> query.setParameter("person", person));
        target.team().ifPresent(team -> query.setParameter("team", team));
        target.kind().ifPresent(kind -> query.setParameter("kind", kind));
        BigDecimal sum = Optional.ofNullable(query.getSingleResult())
                .map(number -> new BigDecimal(number.toString()))
                .orElse(BigDecimal.ZERO);
        Money rounded = Money.rounded(sum.movePointLeft(places), tenant.currency());
        return rounded.withBase(rounded.amount());
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
