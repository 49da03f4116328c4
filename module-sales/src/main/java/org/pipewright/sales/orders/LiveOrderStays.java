package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** A deal with an order is not lost (S-CLOSE-10). */
@ApplicationScoped
class LiveOrderStays implements TransitionGuard {

    @Inject
    Orders orders;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void require(String action, UUID deal) {
        if (action.equals("lose")) {
            orders.ofDeal(deal).stream()
                    .filter(order -> order.status() != OrderStatus.CANCELLED)
                    .findFirst()
                    .ifPresent(live -> {
                        throw Refusal.of(
                                SalesErrorCode.DEAL_ORDERED, live.number().orElse(live.name()));
                    });
        }
    }
}
