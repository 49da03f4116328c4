package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.documents.DocumentLineRules;

/** Rules of the lines of orders. */
@ApplicationScoped
class OrderLineRules extends DocumentLineRules<Order, OrderLine> {

    OrderLineRules() {
        super(Order.class);
    }
}
