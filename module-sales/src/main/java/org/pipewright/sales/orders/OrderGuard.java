package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.quotes.Quote;

/** An acceptance is taken back only while no order was confirmed; a draft order goes with it (S-QUO-17). */
@ApplicationScoped
class OrderGuard implements TransitionGuard {

    @Inject
    Orders orders;

    @Inject
    Records records;

    @Override
    public String recordType() {
        return Quote.NAME;
    }

    @Override
    public void require(String action, UUID quote) {
        Optional<Order> order = action.equals("reverse") ? orders.of(quote) : Optional.empty();
        order.filter(found -> found.status() != OrderStatus.DRAFT).ifPresent(found -> {
            throw Refusal.of(SalesErrorCode.ORDER_EXISTS, found.number().orElse(found.name()));
        });
        order.ifPresent(draft -> records.delete(Order.NAME, draft.id()));
    }
}
