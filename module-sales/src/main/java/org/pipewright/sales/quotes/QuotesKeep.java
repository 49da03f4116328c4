package org.pipewright.sales.quotes;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.DeletionGuard;

/** What was offered to a customer keeps those it is for from the bin (S-OPP-27, S-ACC-10). */
abstract class QuotesKeep implements DeletionGuard {

    private static final int MOST = 10;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** Attribute of the quote that leads to the guarded record. */
    abstract String attribute();

    @Override
    public List<Blocking> blocking(UUID id) {
        return entityManager
                .createQuery(
                        "select q from Quote q where q." + attribute() + " = :id and q.status in :given"
                                + " and q.deletedAt is null order by q.createdAt, q.id",
                        Quote.class)
                .setParameter("id", id)
                .setParameter("given", Set.of(QuoteStatus.SENT, QuoteStatus.ACCEPTED))
                .setMaxResults(MOST)
                .getResultStream()
                .map(quote ->
                        new Blocking(Quote.NAME, quote.id(), quote.number().orElse(quote.name())))
                .toList();
    }
}
