package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/** Opens a confirmed order for a change; what it was until now is kept beside it (S-ORD-07). */
@ApplicationScoped
class ReviseOrder extends OrderVerb<Nothing> {

    @Inject
    Records records;

    @Inject
    Parts parts;

    ReviseOrder() {
        super("revise", OrderStatus.CONFIRMED, OrderStatus.IN_FULFILMENT, OrderStatus.FULFILLED);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Order order, Nothing nothing) {
        Order former = records.create(order.kept());
        parts.copy(Order.class, order.id(), former.id(), OrderLine.NAME::equals);
        order.change(former.id());
    }
}
