package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;

/** Keeps with an order and its lines how much was delivered, and tells that more or less of it is now (S-ORD-05). */
@ApplicationScoped
class Deliveries implements RecordReaction<Delivery> {

    private static final String EVENT = "sales.order-delivered.v1";

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Events events;

    @Override
    public void written(List<Written<Delivery>> writes) {
        writes.stream().map(write -> write.record().order()).distinct().forEach(this::reckon);
    }

    @Override
    public void binned(Delivery delivery) {
        reckon(delivery.order());
    }

    @Override
    public void restored(Delivery delivery) {
        reckon(delivery.order());
    }

    private void reckon(UUID order) {
        Map<UUID, BigDecimal> gone = new HashMap<>();
        parts.of(Delivery.class, order)
                .forEach(delivery -> gone.merge(delivery.line(), delivery.quantity(), BigDecimal::add));
        List<OrderLine> lines = parts.of(OrderLine.class, order);
        boolean moved = false;
        for (OrderLine line : lines) {
            BigDecimal inAll = gone.getOrDefault(line.id(), BigDecimal.ZERO);
            if (inAll.compareTo(line.quantity()) > 0) {
                throw Refusal.of(SalesErrorCode.MORE_THAN_ORDERED);
            }
            if (inAll.compareTo(line.delivered()) != 0) {
                records.change(line, changed -> changed.deliver(inAll));
                moved = true;
            }
        }
        records.withId(Order.class, order)
                .ifPresent(found -> records.change(found, changed -> changed.delivered(lines)));
        if (moved) {
            events.publish(
                    EVENT,
                    order,
                    Json.createObjectBuilder().add("order", order.toString()).build());
        }
    }
}
