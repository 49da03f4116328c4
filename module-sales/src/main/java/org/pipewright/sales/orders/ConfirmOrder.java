package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.Instant;
import java.util.List;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/**
 * Confirms an order: it takes its number, and whoever sets up accounts is told (S-ORD-04, S-ORD-06). One that is being
 * changed goes on from where it stood (S-ORD-07).
 */
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

    @Inject
    CreditOfCustomers credit;

    @Inject
    @Any
    Instance<OrderInvoices> invoices;

    @Inject
    Records records;

    ConfirmOrder() {
        super("confirm", OrderStatus.DRAFT, OrderStatus.CHANGING);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public void perform(Order order, Nothing nothing) {
        List<OrderLine> lines = parts.of(OrderLine.class, order.id());
        if (lines.isEmpty()) {
            throw Refusal.of(SalesErrorCode.ORDER_EMPTY);
        } else if (order.status() == OrderStatus.DRAFT) {
            begin(order);
        } else {
            goOn(order, lines);
        }
    }

    private void begin(Order order) {
        credit.requireGood(order);
        order.confirm(Instant.now(), tenant.today());
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

    /** After a change: it stands again where its deliveries and invoices have brought it (S-ORD-07). */
    private void goOn(Order order, List<OrderLine> lines) {
        if (order.isOverInvoiced()) {
            throw Refusal.of(SalesErrorCode.BELOW_INVOICED, order.number().orElse(order.name()));
        }
        if (order.isDearerThan(order.revises().flatMap(id -> records.withId(Order.class, id)))) {
            credit.requireGood(order);
        }
        order.confirm(Instant.now(), tenant.today());
        order.delivered(lines);
        invoices.forEach(found -> found.changed(order.id()));
    }
}
