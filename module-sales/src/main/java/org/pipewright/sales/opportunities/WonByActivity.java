package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.sources.MarketingActivity;

/** Keeps what the won deals of a marketing activity add up to, beside what it costs (S-SRC-06). */
@ApplicationScoped
class WonByActivity implements RecordReaction<Opportunity> {

    private static final String ACTIVITY = "sourceActivity";
    private static final Set<String> COUNTED = Set.of(ACTIVITY, "outcome", "closeRevenue");

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Opportunity>> writes) {
        writes.stream()
                .filter(write -> COUNTED.stream().anyMatch(write.change()::touches))
                .flatMap(write -> Stream.of(write.record().sourceActivity().orElse(null), (UUID)
                        write.change().before(ACTIVITY).orElse(null)))
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .forEach(this::recount);
    }

    @Override
    public void binned(Opportunity opportunity) {
        opportunity.sourceActivity().ifPresent(this::recount);
    }

    @Override
    public void restored(Opportunity opportunity) {
        binned(opportunity);
    }

    /** The activity is locked before its deals are counted, so that two deals won at once are both in the sum. */
    private void recount(UUID id) {
        records.withId(MarketingActivity.class, id)
                .ifPresent(activity ->
                        records.change(activity, changed -> changed.brought(Money.of(wonBy(id), tenant.currency()))));
    }

    private BigDecimal wonBy(UUID activity) {
        BigDecimal sum = entityManager
                .createQuery(
                        "select sum(o.closeRevenue.base) from Opportunity o where o.sourceActivity = :activity"
                                + " and o.outcome = :won and o.deletedAt is null",
                        BigDecimal.class)
                .setParameter("activity", activity)
                .setParameter("won", Outcome.WON)
                .getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
