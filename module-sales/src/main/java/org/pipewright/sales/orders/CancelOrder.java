package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Field;

/** Cancels an order that is not fulfilled, for a reason (S-ORD-08). */
@ApplicationScoped
class CancelOrder extends OrderVerb<CancelOrder.Reason> {

    /** Why. */
    record Reason(
            @Field(required = true, format = Field.Format.MULTILINE, max = 4000)
            String reason) {}

    CancelOrder() {
        super("cancel", OrderStatus.DRAFT, OrderStatus.CONFIRMED, OrderStatus.IN_FULFILMENT);
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public void perform(Order order, Reason why) {
        order.cancel(why.reason());
    }
}
