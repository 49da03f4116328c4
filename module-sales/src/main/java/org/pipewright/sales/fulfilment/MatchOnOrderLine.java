package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.orders.Order;
import org.pipewright.sales.orders.OrderLine;

/** What is sold and delivered changes with the lines of orders. */
@ApplicationScoped
class MatchOnOrderLine implements RecordReaction<OrderLine> {

    @Inject
    Matching matching;

    @Inject
    Records records;

    @Override
    public void written(List<Written<OrderLine>> writes) {
        writes.stream()
                .filter(write -> isAbout(write.record()) || write.change().touches("demandLine"))
                .flatMap(write -> deal(write.record()).stream())
                .distinct()
                .forEach(matching::follow);
    }

    private static boolean isAbout(OrderLine line) {
        return line.demandLine().isPresent();
    }

    private Optional<UUID> deal(OrderLine line) {
        return records.withId(Order.class, line.document()).flatMap(Order::opportunity);
    }

    @Override
    public void binned(OrderLine line) {
        follow(line);
    }

    @Override
    public void restored(OrderLine line) {
        follow(line);
    }

    private void follow(OrderLine line) {
        if (isAbout(line)) {
            deal(line).ifPresent(matching::follow);
        }
    }
}
