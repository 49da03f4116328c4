package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.DocumentLineRules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.demand.AskedFor;

/** Rules of the lines of orders: what is invoiced or delivered of one stays ordered (S-ORD-07). */
@ApplicationScoped
class OrderLineRules extends DocumentLineRules<Order, OrderLine> {

    @Inject
    Records records;

    @Inject
    AskedFor asked;

    OrderLineRules() {
        super(Order.class);
    }

    /** A line made like another one answers what that one answered, if it is still asked for. */
    @Override
    public void prepare(OrderLine line) {
        super.prepare(line);
        if (line.isRenewed()
                && line.demandLine().isPresent()
                && !asked.isIn(line.demandLine().get(), deal(line))) {
            line.forgetDemand();
        }
    }

    private Optional<UUID> deal(OrderLine line) {
        return Optional.ofNullable(line.document())
                .flatMap(id -> records.withId(Order.class, id))
                .flatMap(Order::opportunity);
    }

    @Override
    public void check(OrderLine line, Change change, Violations violations) {
        super.check(line, change, violations);
        if (change.touches("demandLine")) {
            asked.require(line.demandLine(), deal(line), violations);
        }
        if (!change.created() && change.touches("quantity") && line.quantity() != null) {
            requireAtLeast(line, line.quantity());
        }
    }

    @Override
    public void requireDeletable(OrderLine line) {
        requireAtLeast(line, BigDecimal.ZERO);
    }

    private static void requireAtLeast(OrderLine line, BigDecimal quantity) {
        if (quantity.compareTo(line.invoiced()) < 0) {
            throw Refusal.of(SalesErrorCode.BELOW_INVOICED, line.description().orElse(""));
        } else if (quantity.compareTo(line.delivered()) < 0) {
            throw Refusal.of(SalesErrorCode.BELOW_DELIVERED, line.description().orElse(""));
        }
    }
}
