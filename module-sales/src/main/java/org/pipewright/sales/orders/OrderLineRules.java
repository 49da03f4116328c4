package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import org.pipewright.platform.spi.documents.DocumentLineRules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;

/** Rules of the lines of orders: what is invoiced or delivered of one stays ordered (S-ORD-07). */
@ApplicationScoped
class OrderLineRules extends DocumentLineRules<Order, OrderLine> {

    OrderLineRules() {
        super(Order.class);
    }

    @Override
    public void check(OrderLine line, Change change, Violations violations) {
        super.check(line, change, violations);
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
