package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;

/** Rules of orders. */
@ApplicationScoped
class OrderRules extends DocumentRules<Order, OrderLine> {

    /** What may be arranged after the order was confirmed. */
    private static final Set<String> ARRANGED = Set.of(
            "owner",
            "team",
            "note",
            "contact",
            "deliveryOn",
            "deliveryTerms",
            "billingAddress",
            "customerReference",
            "provisioning");

    @Inject
    CurrentTenant tenant;

    OrderRules() {
        super(OrderLine.class);
    }

    @Override
    public void prepare(Order order) {
        order.fillGaps(tenant.today());
        super.prepare(order);
    }

    @Override
    public void check(Order order, Change change, Violations violations) {
        super.check(order, change, violations);
        boolean free = change.created() || order.isMovedNow() || order.status() == OrderStatus.DRAFT;
        if (!free && !ARRANGED.containsAll(change.fields())) {
            throw Refusal.of(SalesErrorCode.ORDER_CONFIRMED);
        }
    }

    @Override
    public void requireDeletable(Order order) {
        if (order.status() != OrderStatus.DRAFT) {
            throw Refusal.of(SalesErrorCode.ORDER_CONFIRMED);
        }
    }
}
