package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;

/** Keeps with an order and its lines how much was delivered (S-ORD-05). */
@ApplicationScoped
class Deliveries implements RecordReaction<Delivery> {

    @Inject
    Records records;

    @Inject
    Parts parts;

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
        for (OrderLine line : lines) {
            BigDecimal inAll = gone.getOrDefault(line.id(), BigDecimal.ZERO);
            if (inAll.compareTo(line.quantity()) > 0) {
                throw Refusal.of(SalesErrorCode.MORE_THAN_ORDERED);
            }
            if (inAll.compareTo(line.delivered()) != 0) {
                records.change(line, changed -> changed.deliver(inAll));
            }
        }
        records.withId(Order.class, order)
                .ifPresent(found -> records.change(found, changed -> changed.delivered(lines)));
    }
}
