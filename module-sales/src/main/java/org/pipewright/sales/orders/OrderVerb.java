package org.pipewright.sales.orders;

import java.util.Set;
import org.pipewright.platform.spi.records.Verb;

/**
 * Something done to an order while it stands where it can be done.
 *
 * @param <I> a Java record with the input
 */
abstract class OrderVerb<I extends Record> implements Verb<Order, I> {

    private final String name;
    private final Set<OrderStatus> from;

    OrderVerb(String name, OrderStatus... from) {
        this.name = name;
        this.from = Set.of(from);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean offered(Order order) {
        return from.contains(order.status());
    }
}
