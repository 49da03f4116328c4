package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.quotes.Quote;
import org.pipewright.sales.quotes.QuoteLine;

/** Orders, looked for by their quote. */
@ApplicationScoped
class Orders {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    /** The order that was made of the quote and is not cancelled. */
    Optional<Order> of(UUID quote) {
        return entityManager
                .createQuery(
                        "select o from CustomerOrder o where o.quote = :quote and o.status <> :cancelled"
                                + " and o.deletedAt is null",
                        Order.class)
                .setParameter("quote", quote)
                .setParameter("cancelled", OrderStatus.CANCELLED)
                .getResultList()
                .stream()
                .findFirst();
    }

    /** All orders of the deal, as they are now. */
    List<Order> ofDeal(UUID deal) {
        return entityManager
                .createQuery(
                        "select o from CustomerOrder o where o.opportunity = :deal and o.status <> :former"
                                + " and o.deletedAt is null order by o.createdAt",
                        Order.class)
                .setParameter("deal", deal)
                .setParameter("former", OrderStatus.SUPERSEDED)
                .getResultList();
    }

    /** Makes the order of an accepted quote, with the lines that count; once (S-QUO-15, S-ORD-03). */
    void make(Quote quote) {
        if (of(quote.id()).isEmpty()) {
            Order order = records.create(new Order(quote, tenant.today()));
            List<OrderLine> lines = parts.of(QuoteLine.class, quote.id()).stream()
                    .filter(QuoteLine::isCounted)
                    .map(line -> new OrderLine(order.id(), line))
                    .toList();
            parts.add(lines);
        }
    }
}
