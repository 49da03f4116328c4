package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.documents.InvoiceShare;
import org.pipewright.platform.spi.documents.InvoiceShare.Part;
import org.pipewright.platform.spi.documents.InvoicedPart.Extent;
import org.pipewright.platform.spi.documents.OrderInvoices;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.sales.SalesErrorCode;

/** Makes the draft of an invoice of all that is left of an order, or of a part of it (S-INV-02). */
@ApplicationScoped
class InvoiceOrder extends OrderVerb<InvoiceShare> implements ProposingVerb<Order, InvoiceShare> {

    @Inject
    @Any
    Instance<OrderInvoices> invoices;

    @Inject
    OrdersToInvoice orders;

    @Inject
    Parts parts;

    InvoiceOrder() {
        super("invoice", OrderStatus.CONFIRMED, OrderStatus.IN_FULFILMENT, OrderStatus.FULFILLED);
    }

    @Override
    public String feature() {
        return OrderInvoices.FEATURE;
    }

    @Override
    public boolean offered(Order order) {
        return super.offered(order) && order.invoicing() != Extent.FULLY;
    }

    @Override
    public Optional<Refusal> objection(Order order) {
        return order.invoicing() == Extent.FULLY
                ? Optional.of(
                        Refusal.of(SalesErrorCode.ORDER_INVOICED, order.number().orElse(order.name())))
                : Optional.empty();
    }

    /** What is invoiced as it goes out, or was delivered in part, is invoiced so, unless told otherwise. */
    @Override
    public InvoiceShare proposed(Order order) {
        boolean inPart = order.invoiceOn() == InvoicePolicy.DELIVERY
                || order.status() == OrderStatus.IN_FULFILMENT
                        && parts.of(OrderLine.class, order.id()).stream().anyMatch(OrderLine::awaitsInvoice);
        return new InvoiceShare(inPart ? Part.DELIVERED : Part.REST, null, null, null);
    }

    @Override
    public void perform(Order order, InvoiceShare share) {
        invoices.get().draft(orders.billable(order), share);
    }
}
