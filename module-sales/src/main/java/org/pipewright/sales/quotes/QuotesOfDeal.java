package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;

/** Quotes, looked for by what they are for. */
@ApplicationScoped
class QuotesOfDeal {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    /** The quote of that id, which nobody else changes meanwhile. */
    Optional<Quote> locked(UUID id) {
        return Optional.ofNullable(entityManager.find(Quote.class, id, LockModeType.PESSIMISTIC_WRITE))
                .filter(quote -> quote.deletedAt().isEmpty());
    }

    /** The first quote of a deal is its leading one (S-QUO-04). */
    void leadIfFirst(Quote quote) {
        if (!quote.isLeading()
                && quote.opportunity().isPresent()
                && others(quote).stream().noneMatch(Quote::isLeading)) {
            records.change(quote, first -> first.lead(true));
        }
    }

    /** Makes it the leading quote of its deal, in place of the one that was. */
    void lead(Quote quote) {
        others(quote).stream()
                .filter(Quote::isLeading)
                .forEach(other -> records.change(other, changed -> changed.lead(false)));
        quote.lead(true);
    }

    /** The quote of the deal that counts. */
    Optional<Quote> leadingOf(UUID deal) {
        return of(deal).stream().filter(Quote::isLeading).findFirst();
    }

    /** All quotes of the deal. */
    List<Quote> of(UUID deal) {
        return entityManager
                .createQuery(
                        "select q from Quote q where q.opportunity = :deal and q.deletedAt is null order by q.createdAt",
                        Quote.class)
                .setParameter("deal", deal)
                .getResultList();
    }

    private List<Quote> others(Quote quote) {
        return entityManager
                .createQuery(
                        "select q from Quote q where q.opportunity = :deal and q.id <> :id and q.deletedAt is null",
                        Quote.class)
                .setParameter("deal", quote.opportunity().orElseThrow())
                .setParameter("id", quote.id())
                .getResultList();
    }

    /** The versions that follow it and are neither cancelled nor in the bin. */
    boolean hasNewer(Quote quote) {
        return !entityManager
                .createQuery(
                        "select q from Quote q where q.revises = :id and q.status <> :cancelled and q.deletedAt is null",
                        Quote.class)
                .setParameter("id", quote.id())
                .setParameter("cancelled", QuoteStatus.CANCELLED)
                .getResultList()
                .isEmpty();
    }

    /** Ids of sent ones that could be accepted until before that day. */
    List<UUID> overOn(LocalDate day) {
        return entityManager
                .createQuery(
                        "select q.id from Quote q where q.status = :sent and q.validUntil < :day"
                                + " and q.deletedAt is null",
                        UUID.class)
                .setParameter("sent", QuoteStatus.SENT)
                .setParameter("day", day)
                .getResultList();
    }
}
