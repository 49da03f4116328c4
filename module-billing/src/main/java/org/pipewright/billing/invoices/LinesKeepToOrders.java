package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.pipewright.platform.spi.records.RecordReaction;
import org.pipewright.platform.spi.records.Records;

/** Whatever is written on the draft of an invoice, it never asks for more of an order than there is (S-INV-02). */
@ApplicationScoped
class LinesKeepToOrders implements RecordReaction<InvoiceLine> {

    @Inject
    Records records;

    @Inject
    InvoicedOrders orders;

    @Override
    public void written(List<Written<InvoiceLine>> writes) {
        writes.stream()
                .map(write -> write.record().document())
                .distinct()
                .flatMap(id -> records.withId(Invoice.class, id).stream())
                .filter(invoice -> !invoice.isCreditNote())
                .forEach(invoice -> invoice.salesOrder().ifPresent(order -> orders.require(order, invoice.title())));
    }
}
