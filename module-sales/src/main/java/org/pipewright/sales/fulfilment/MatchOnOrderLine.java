package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.sales.orders.Order;
import org.pipewright.sales.orders.OrderLine;

/** What is sold and delivered changes with the lines of orders. */
@ApplicationScoped
class MatchOnOrderLine extends MatchOnLine<OrderLine> {

    @Override
    Optional<UUID> demand(OrderLine line) {
        return line.demandLine();
    }

    @Override
    Optional<UUID> deal(OrderLine line) {
        return records.withId(Order.class, line.document()).flatMap(Order::opportunity);
    }
}
