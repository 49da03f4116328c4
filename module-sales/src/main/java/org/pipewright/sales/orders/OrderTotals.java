package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentTotals;

/** Keeps with orders what their lines come to. */
@ApplicationScoped
class OrderTotals extends DocumentTotals<Order, OrderLine> {

    OrderTotals() {
        super(Order.class, OrderLine.class);
    }
}
