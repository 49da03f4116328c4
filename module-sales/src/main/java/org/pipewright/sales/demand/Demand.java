package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.totals.Totals;

/** Keeps with a deal what its lines of demand come to, and that they changed since they were posted (S-DEM-04..06, S-DEM-10). */
@ApplicationScoped
class Demand implements RecordReaction<DemandLine> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Totals totals;

    @Override
    public void written(List<Written<DemandLine>> writes) {
        Map<UUID, Boolean> asked = writes.stream()
                .collect(Collectors.toMap(
                        write -> write.record().opportunity(), write -> isAsked(write.change()), Boolean::logicalOr));
        asked.forEach(this::follow);
    }

    private static boolean isAsked(Change change) {
        return change.created() || DemandLine.ASKED.stream().anyMatch(change::touches);
    }

    @Override
    public void binned(DemandLine line) {
        follow(line.opportunity(), true);
    }

    @Override
    public void restored(DemandLine line) {
        follow(line.opportunity(), true);
    }

    private void follow(UUID deal, boolean asked) {
        Opportunity opportunity = entityManager.find(Opportunity.class, deal);
        List<DemandLine> lines = of(deal);
        List<Money> amounts = amounts(lines, DemandLine::amount);
        Opportunity.DemandFigures figures = new Opportunity.DemandFigures(
                totals.of(amounts),
                totals.of(amounts(lines, DemandLine::offeredAmount)),
                totals.of(amounts(lines, DemandLine::orderedAmount)),
                lines.size() - amounts.size(),
                Fulfilment.of(lines).percent());
        records.change(opportunity, changed -> changed.demands(figures, asked));
    }

    private static List<Money> amounts(List<DemandLine> lines, Function<DemandLine, Optional<Money>> of) {
        return lines.stream().flatMap(line -> of.apply(line).stream()).toList();
    }

    /** The lines of a deal in their order. */
    List<DemandLine> of(UUID deal) {
        return entityManager
                .createQuery(
                        "select l from DemandLine l where l.opportunity = :deal and l.deletedAt is null"
                                + " order by l.position, l.id",
                        DemandLine.class)
                .setParameter("deal", deal)
                .getResultList();
    }
}
