package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.BillableOrders;
import org.pipewright.platform.spi.documents.InvoicedPart;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;

/** Shows confirmed orders to whoever invoices them, and keeps with them what is invoiced (S-INV-02, S-ORD-09). */
@ApplicationScoped
class OrdersToInvoice implements BillableOrders {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Override
    public Optional<BillableOrder> locked(UUID id) {
        return records.withId(Order.class, id)
                .filter(order -> order.status().isDelivering())
                .map(this::billable);
    }

    BillableOrder billable(Order order) {
        List<Delivery> deliveries = parts.of(Delivery.class, order.id());
        return new BillableOrder(
                order,
                order.number().orElse(order.name()),
                order.contact(),
                order.customerReference(),
                new BillableOrder.Terms(order.billingAddress(), order.paymentDays(), order.invoiceOn()),
                parts.of(OrderLine.class, order.id()).stream()
                        .map(line -> new BillableOrder.Item(line, line.delivered(), last(line, deliveries)))
                        .toList());
    }

    private static Optional<LocalDate> last(OrderLine line, List<Delivery> deliveries) {
        return deliveries.stream()
                .filter(delivery -> delivery.line().equals(line.id()))
                .map(Delivery::deliveredOn)
                .max(Comparator.naturalOrder());
    }

    @Override
    public void invoiced(UUID id, InvoicedPart part) {
        for (OrderLine line : parts.of(OrderLine.class, id)) {
            BigDecimal quantity = part.quantities().getOrDefault(line.id(), BigDecimal.ZERO);
            if (quantity.compareTo(line.invoiced()) != 0) {
                records.change(line, changed -> changed.invoice(quantity));
            }
        }
        records.withId(Order.class, id)
                .filter(order -> !order.isInvoiced(part))
                .ifPresent(order -> records.change(order, changed -> changed.invoice(part)));
    }
}
