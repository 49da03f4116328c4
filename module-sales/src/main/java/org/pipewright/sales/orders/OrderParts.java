package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.PartRules;
import org.pipewright.sales.SalesErrorCode;

/**
 * Lines are those of the accepted quote, or written before the order is confirmed; then it is delivered (S-ORD-03). While
 * an order is changed its lines are written anew (S-ORD-07).
 */
@ApplicationScoped
class OrderParts implements PartRules<Order> {

    @Override
    public Optional<Refusal> objection(Order order, String part) {
        if (part.equals(Delivery.NAME)) {
            return order.status().isDelivering()
                    ? Optional.empty()
                    : Optional.of(Refusal.of(SalesErrorCode.ORDER_NOT_CONFIRMED));
        }
        boolean open = order.status() == OrderStatus.DRAFT && order.quote().isEmpty();
        return open || order.status() == OrderStatus.CHANGING
                ? Optional.empty()
                : Optional.of(Refusal.of(SalesErrorCode.ORDER_CONFIRMED));
    }
}
