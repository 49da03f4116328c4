package org.pipewright.sales.opportunities;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.DeletionGuard;

/** Deals in progress keep those they are made with from the bin (S-ACC-10). */
abstract class OpenDeals implements DeletionGuard {

    private static final int MOST = 10;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** Attribute of the opportunity that leads to the guarded record. */
    abstract String attribute();

    @Override
    public String recordType() {
        return "core." + attribute();
    }

    @Override
    public List<Blocking> blocking(UUID id) {
        return entityManager
                .createQuery(
                        "select o from Opportunity o where o." + attribute() + " = :id and o.outcome = :open"
                                + " and o.deletedAt is null order by o.createdAt",
                        Opportunity.class)
                .setParameter("id", id)
                .setParameter("open", Outcome.IN_PROGRESS)
                .setMaxResults(MOST)
                .getResultStream()
                .map(deal -> new Blocking(Opportunity.NAME, deal.id(), deal.name()))
                .toList();
    }
}
