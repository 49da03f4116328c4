package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.ChangeOfCurrency;

/** Puts an order into another currency until it is confirmed (S-CUR-07, S-ORD-07). */
@ApplicationScoped
class OrderCurrency extends ChangeOfCurrency<Order, OrderLine> {

    OrderCurrency() {
        super(OrderLine.class);
    }

    @Override
    public boolean offered(Order order) {
        return order.status() == OrderStatus.DRAFT;
    }
}
