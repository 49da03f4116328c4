package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.events.EventConsumer;

/** What is invoiced on order has the draft of its invoice once it is confirmed. */
@ApplicationScoped
class DraftOnOrderConfirmed implements EventConsumer {

    @Inject
    OrderDrafts drafts;

    @Override
    public String name() {
        return "billing.draft-of-confirmed-order";
    }

    @Override
    public String eventType() {
        return "sales.order-confirmed.v1";
    }

    @Override
    public boolean listens() {
        return drafts.areWanted();
    }

    @Override
    public void accept(Event event) {
        drafts.make(event.recordId(), InvoicePolicy.ORDER);
    }
}
