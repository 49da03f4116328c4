package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.events.EventConsumer;

/** What is invoiced on delivery has the draft of an invoice of what has gone out. */
@ApplicationScoped
class DraftOnOrderDelivered implements EventConsumer {

    @Inject
    OrderDrafts drafts;

    @Override
    public String name() {
        return "billing.draft-of-delivered-order";
    }

    @Override
    public String eventType() {
        return "sales.order-delivered.v1";
    }

    @Override
    public boolean listens() {
        return drafts.areWanted();
    }

    @Override
    public void accept(Event event) {
        drafts.make(event.recordId(), InvoicePolicy.DELIVERY);
    }
}
