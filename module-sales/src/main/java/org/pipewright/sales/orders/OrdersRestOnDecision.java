package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/**
 * That a deal was decided is no slip of the hand any more once an order of it was confirmed (S-CLOSE-13). What was
 * invoiced is in this, too: an order is confirmed before it is invoiced and is not cancelled before that is credited.
 */
@ApplicationScoped
class OrdersRestOnDecision implements TransitionGuard {

    /** In which an order binds nobody. */
    private static final Set<OrderStatus> LOOSE = Set.of(OrderStatus.DRAFT, OrderStatus.CANCELLED);

    @Inject
    Orders orders;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void require(String action, UUID deal) {
        if (action.equals("correct")) {
            orders.ofDeal(deal).stream()
                    .filter(order -> !LOOSE.contains(order.status()))
                    .findFirst()
                    .ifPresent(order -> {
                        throw Refusal.of(
                                SalesErrorCode.DECISION_IN_USE, order.number().orElse(order.name()));
                    });
        }
    }
}
