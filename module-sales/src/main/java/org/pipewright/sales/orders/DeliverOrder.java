package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Delivers everything that is left of an order; parts of it are noted as deliveries (S-ORD-05). */
@ApplicationScoped
class DeliverOrder extends OrderVerb<DeliverOrder.Day> {

    /**
     * When.
     *
     * @param deliveredOn day of the delivery, today if left out
     */
    record Day(@Field LocalDate deliveredOn) {}

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    DeliverOrder() {
        super("deliver", OrderStatus.CONFIRMED, OrderStatus.IN_FULFILMENT);
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public void perform(Order order, Day day) {
        LocalDate on = Optional.ofNullable(day.deliveredOn()).orElse(tenant.today());
        int place = parts.of(Delivery.class, order.id()).size();
        List<Delivery> left = new ArrayList<>();
        for (OrderLine line : parts.of(OrderLine.class, order.id())) {
            if (!line.isDelivered()) {
                left.add(new Delivery(line, on, place + left.size() + 1));
            }
        }
        parts.add(left);
    }
}
