package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordReaction;

/** Once an invoice of an order is made, issued or taken back, the order knows (S-ORD-09). */
@ApplicationScoped
class OrdersFollowInvoices implements RecordReaction<Invoice> {

    @Inject
    InvoicedOrders orders;

    @Override
    public void written(List<Written<Invoice>> writes) {
        writes.stream()
                .filter(write -> concernsOrder(write.change()))
                .map(Written::record)
                .filter(invoice -> !invoice.isCreditNote() || !invoice.isDraft())
                .forEach(invoice -> invoice.salesOrder().ifPresent(order -> {
                    if (!invoice.isCreditNote() && !invoice.isTakenBack()) {
                        orders.require(order, invoice.title());
                    }
                    orders.tell(order);
                }));
    }

    private static boolean concernsOrder(Change change) {
        return change.created()
                || change.touches("status")
                || change.touches("discountPercent")
                || change.touches("discountAmount");
    }
}
