package org.pipewright.sales.credits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** Credit for a deal is given as a whole or not at all, to each colleague once (S-OPP-24). */
@ApplicationScoped
class Credits implements RecordReaction<CreditSplit> {

    private static final int WHOLE = 100;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Override
    public void written(List<Written<CreditSplit>> writes) {
        writes.stream().map(write -> write.record().opportunity()).distinct().forEach(this::requireWhole);
    }

    @Override
    public void binned(CreditSplit split) {
        requireWhole(split.opportunity());
    }

    @Override
    public void restored(CreditSplit split) {
        requireWhole(split.opportunity());
    }

    private void requireWhole(UUID deal) {
        List<CreditSplit> splits = of(deal, FlushModeType.AUTO);
        int sum = splits.stream().mapToInt(CreditSplit::share).sum();
        if (!splits.isEmpty() && sum != WHOLE) {
            throw Refusal.of(SalesErrorCode.CREDIT_NOT_WHOLE, String.valueOf(sum));
        }
        Map<UUID, Long> shares =
                splits.stream().collect(Collectors.groupingBy(CreditSplit::member, Collectors.counting()));
        if (shares.values().stream().anyMatch(count -> count > 1)) {
            throw Refusal.of(SalesErrorCode.CREDITED_TWICE);
        }
    }

    List<CreditSplit> of(UUID deal, FlushModeType flush) {
        return entityManager
                .createQuery(
                        "select s from CreditSplit s where s.opportunity = :deal and s.deletedAt is null",
                        CreditSplit.class)
                .setFlushMode(flush)
                .setParameter("deal", deal)
                .getResultList();
    }

    /** What a deal brings, or is to bring. */
    Optional<Money> worth(UUID deal) {
        return Optional.ofNullable(entityManager.find(Opportunity.class, deal)).flatMap(Opportunity::worth);
    }
}
