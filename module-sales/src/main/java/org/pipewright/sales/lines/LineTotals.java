package org.pipewright.sales.lines;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.opportunities.Opportunity;
import org.pipewright.sales.totals.Totals;

/** Keeps with a deal what its lines come to; its amount may follow them (S-OPP-15). */
@ApplicationScoped
class LineTotals implements RecordReaction<OpportunityLine> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Totals totals;

    @Override
    public void written(List<Written<OpportunityLine>> writes) {
        writes.stream().map(write -> write.record().opportunity()).distinct().forEach(this::follow);
    }

    @Override
    public void binned(OpportunityLine line) {
        follow(line.opportunity());
    }

    @Override
    public void restored(OpportunityLine line) {
        follow(line.opportunity());
    }

    private void follow(UUID deal) {
        records.change(
                entityManager.find(Opportunity.class, deal),
                changed -> changed.linesCome(totals.of(
                        of(deal).stream().flatMap(line -> line.net().stream()).toList())));
    }

    private List<OpportunityLine> of(UUID deal) {
        return entityManager
                .createQuery(
                        "select l from OpportunityLine l where l.opportunity = :deal and l.deletedAt is null",
                        OpportunityLine.class)
                .setParameter("deal", deal)
                .getResultList();
    }
}
