package org.pipewright.sales.orders;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.DeletionGuard;

/** What a customer ordered keeps those it is of from the bin until it is cancelled (S-OPP-27, S-ACC-10). */
abstract class OrdersKeep implements DeletionGuard {

    private static final int MOST = 10;

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** Attribute of the order that leads to the guarded record. */
    abstract String attribute();

    @Override
    public List<Blocking> blocking(UUID id) {
        return entityManager
                .createQuery(
                        "select o from CustomerOrder o where o." + attribute() + " = :id and o.status not in :over"
                                + " and o.deletedAt is null order by o.createdAt, o.id",
                        Order.class)
                .setParameter("id", id)
                .setParameter("over", Set.of(OrderStatus.CANCELLED, OrderStatus.SUPERSEDED))
                .setMaxResults(MOST)
                .getResultStream()
                .map(order ->
                        new Blocking(Order.NAME, order.id(), order.number().orElse(order.name())))
                .toList();
    }
}
