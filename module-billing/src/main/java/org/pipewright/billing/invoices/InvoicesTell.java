package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/**
 * Tells other modules that nothing is open of an invoice any more, by whatever way (S-PLAT-06). One that is opened again by
 * a reversal is told once more when it is paid once more.
 */
@ApplicationScoped
class InvoicesTell implements RecordRules<Invoice> {

    static final String PAID = "billing.invoice-paid.v1";

    @Inject
    Events events;

    @Override
    public void written(Invoice invoice, Change change) {
        if (change.touches("paidOn") && change.before("paidOn").isEmpty() && invoice.isPaid()) {
            events.publish(
                    PAID,
                    invoice.id(),
                    Json.createObjectBuilder()
                            .add("invoice", invoice.id().toString())
                            .add("number", invoice.number().orElseThrow())
                            .add("account", invoice.account().orElseThrow().toString())
                            .build());
        }
    }
}
