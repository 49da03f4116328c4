package com.example.events;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Verb;

/** Calls a trade fair off. */
@ApplicationScoped
public class CancelEvent implements Verb<Event, CancelEvent.Cancellation> {

    public record Cancellation(@Field(required = true) String reason) {}

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public boolean offered(Event event) {
        return !event.cancelled;
    }

    @Override
    public void perform(Event event, Cancellation cancellation) {
        event.cancel(cancellation.reason());
    }
}
