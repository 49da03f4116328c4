package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.BillableOrders;
import org.pipewright.platform.spi.documents.InvoicedPart;
import org.pipewright.platform.spi.documents.InvoicedPart.Extent;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;

/** Holds invoices against the orders they are of, and tells these how much of them is invoiced (S-INV-02, S-ORD-09). */
@ApplicationScoped
class InvoicedOrders {

    @Inject
    @Any
    Instance<BillableOrders> orders;

    @Inject
    OrderTallies tallies;

    /** Refuses what is more than was ordered or may be invoiced yet, or of an order that is none any more. */
    void require(UUID order, String invoice) {
        orders.stream().forEach(found -> {
            BillableOrder billable =
                    found.locked(order).orElseThrow(() -> Refusal.of(BillingErrorCode.ORDER_NOT_CONFIRMED, invoice));
            OrderTally all = tallies.all(order);
            OrderWorth worth = new OrderWorth(billable);
            if (worth.isExceeded(all)) {
                throw over(billable, tallies.issued(order));
            }
            if (worth.isAhead(all)) {
                throw Refusal.of(BillingErrorCode.NOT_DELIVERED, billable.title());
            }
        });
    }

    /** Names what is left of the order. */
    static Refusal over(BillableOrder order, OrderTally before) {
        String left = new OrderWorth(order).left(before).toPlainString() + " "
                + order.document().currency();
        return new Refusal(BillingErrorCode.OVER_INVOICED, Map.of("name", order.title(), "left", left), List.of());
    }

    /** Tells the order how much of it is invoiced now. */
    void tell(UUID order) {
        orders.stream()
                .forEach(found -> found.locked(order).ifPresent(billable -> found.invoiced(order, part(billable))));
    }

    private InvoicedPart part(BillableOrder order) {
        OrderTally issued = tallies.issued(order.document().id());
        Extent extent =
                new OrderWorth(order).isCovered(issued) ? Extent.FULLY : issued.isEmpty() ? Extent.NOT : Extent.PARTLY;
        return new InvoicedPart(
                extent, Money.rounded(issued.total(), order.document().currency()), issued.quantities());
    }
}
