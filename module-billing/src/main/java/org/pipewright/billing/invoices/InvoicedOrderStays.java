package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.documents.BillableOrders;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.TransitionGuard;

/** An order is cancelled once its invoices are credited; drafts go with it (S-ORD-08). */
@ApplicationScoped
class InvoicedOrderStays implements TransitionGuard {

    @Inject
    OrderTallies tallies;

    @Inject
    Records records;

    @Override
    public String recordType() {
        return BillableOrders.RECORD_TYPE;
    }

    @Override
    public void require(String action, UUID order) {
        if (action.equals("cancel")) {
            List<Invoice> invoices = tallies.of(order);
            invoices.stream()
                    .filter(invoice -> invoice.status() == InvoiceStatus.ISSUED && !invoice.isCreditNote())
                    .findFirst()
                    .ifPresent(issued -> {
                        throw Refusal.of(BillingErrorCode.ORDER_INVOICED, issued.title());
                    });
            invoices.stream().filter(Invoice::isDraft).forEach(draft -> records.delete(Invoice.NAME, draft.id()));
        }
    }
}
