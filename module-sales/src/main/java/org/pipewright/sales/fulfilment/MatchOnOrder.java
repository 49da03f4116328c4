package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.orders.Order;
import org.pipewright.sales.orders.OrderLine;

/** What is sold changes with the state of an order, such as when it is cancelled, and with the deal it is for. */
@ApplicationScoped
class MatchOnOrder implements RecordReaction<Order> {

    private static final String DEAL = "opportunity";

    @Inject
    Matching matching;

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public void written(List<Written<Order>> writes) {
        for (Written<Order> write : writes) {
            if (!write.change().created() && write.change().touches(DEAL)) {
                leave(write.record());
                write.change().before(DEAL).map(UUID.class::cast).ifPresent(matching::follow);
            }
            write.record().opportunity().ifPresent(matching::follow);
        }
    }

    /** What was asked for in one deal is not asked for in another. */
    private void leave(Order order) {
        parts.of(OrderLine.class, order.id()).forEach(line -> records.change(line, OrderLine::forgetDemand));
    }

    @Override
    public void binned(Order order) {
        order.opportunity().ifPresent(matching::follow);
    }

    @Override
    public void restored(Order order) {
        order.opportunity().ifPresent(matching::follow);
    }
}
