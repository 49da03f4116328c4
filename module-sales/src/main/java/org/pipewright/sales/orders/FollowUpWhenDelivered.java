package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.tasks.FollowUpsOfDeliveries;

/** With the last delivery of an order begins what comes after the sale (S-ACT-15). */
@ApplicationScoped
class FollowUpWhenDelivered implements RecordReaction<Order> {

    @Inject
    FollowUpsOfDeliveries followUps;

    @Inject
    Parts parts;

    @Inject
    CurrentTenant tenant;

    @Override
    public void written(List<Written<Order>> writes) {
        writes.stream()
                .filter(write -> write.change().touches("status"))
                .forEach(write ->
                        write.record().opportunity().ifPresent(deal -> follow(write.record(), write.change(), deal)));
    }

    private void follow(Order order, Change change, UUID deal) {
        if (order.status() == OrderStatus.FULFILLED) {
            followUps.begin(deal, lastDelivery(order));
        } else if (change.before("status").equals(Optional.of(OrderStatus.FULFILLED))) {
            followUps.drop(deal);
        }
    }

    private LocalDate lastDelivery(Order order) {
        return parts.of(Delivery.class, order.id()).stream()
                .map(Delivery::deliveredOn)
                .max(LocalDate::compareTo)
                .orElseGet(tenant::today);
    }
}
