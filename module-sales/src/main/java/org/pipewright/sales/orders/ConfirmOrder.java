package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** Confirms an order: it takes its number, and whoever sets up accounts is told (S-ORD-04, S-ORD-06). */
@ApplicationScoped
class ConfirmOrder extends OrderVerb<Nothing> {

    private static final String SERIES = "sales.order";
    private static final String EVENT = "sales.order-confirmed.v1";

    @Inject
    Parts parts;

    @Inject
    Numbers numbers;

    @Inject
    Events events;

    @Inject
    CurrentTenant tenant;

    ConfirmOrder() {
        super("confirm", OrderStatus.DRAFT);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public void perform(Order order, Nothing nothing) {
        if (parts.of(OrderLine.class, order.id()).isEmpty()) {
            throw Refusal.of(SalesErrorCode.ORDER_EMPTY);
        }
        order.confirm(Instant.now());
        order.numbered(numbers.next(SERIES, tenant.today()));
        events.publish(
                EVENT,
                order.id(),
                Json.createObjectBuilder()
                        .add("order", order.id().toString())
                        .add("number", order.number().orElseThrow())
                        .add("account", order.account().orElseThrow().toString())
                        .build());
    }
}
