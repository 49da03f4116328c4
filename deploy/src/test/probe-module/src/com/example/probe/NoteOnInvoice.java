package com.example.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.platform.spi.records.Records;

/** Notes each invoice that is issued, with what it comes to. */
@ApplicationScoped
public class NoteOnInvoice implements EventConsumer {

    @Inject
    Records records;

    @Override
    public String name() {
        return "probe.note-on-invoice";
    }

    @Override
    public String eventType() {
        return "billing.invoice-issued.v1";
    }

    @Override
    public void accept(Event event) {
        records.create(new Note("heard " + event.payload().getString("number") + " of "
                + event.payload().getString("payable") + " " + event.payload().getString("currency") + " about "
                + event.recordId()));
    }
}
