package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.sales.orders.Order;
import org.pipewright.sales.orders.OrderLine;

/** What is sold changes with the state of an order, such as when it is cancelled, and with the deal it is for. */
@ApplicationScoped
class MatchOnOrder extends MatchOnDocument<Order> {

    @Override
    Optional<UUID> deal(Order order) {
        return order.opportunity();
    }

    @Override
    void leave(Order order) {
        parts.of(OrderLine.class, order.id()).forEach(line -> records.change(line, OrderLine::forgetDemand));
    }
}
