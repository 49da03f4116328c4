package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.sales.opportunities.DealsOfDocuments;

/** A won deal is over with the last delivery of its orders, if the tenant has it so (S-CLOSE-15, S-ORD-10). */
@ApplicationScoped
class CloseWhenDelivered implements RecordReaction<Order> {

    static final String SETTING = "sales.close-when-delivered";

    @Inject
    Orders orders;

    @Inject
    DealsOfDocuments deals;

    @Inject
    TenantSettings settings;

    @Override
    public void written(List<Written<Order>> writes) {
        if (settings.flag(SETTING)) {
            writes.stream()
                    .filter(write ->
                            write.change().touches("status") && write.record().status() == OrderStatus.FULFILLED)
                    .flatMap(write -> write.record().opportunity().stream())
                    .distinct()
                    .filter(this::isDelivered)
                    .forEach(deals::close);
        }
    }

    private boolean isDelivered(UUID deal) {
        return orders.ofDeal(deal).stream()
                .allMatch(order -> order.status() == OrderStatus.FULFILLED || order.status() == OrderStatus.CANCELLED);
    }
}
