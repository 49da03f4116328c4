package org.pipewright.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.platform.spi.events.Events;

/** Events of modules: a row for each consumer, so that one that fails holds up no other. */
@ApplicationScoped
class PublishedEvents implements Events, OutboxHandler {

    static final String KIND = "event";

    @Inject
    Outbox outbox;

    @Inject
    CallerBinding caller;

    @Inject
    @Any
    Instance<EventConsumer> consumers;

    @Override
    public void publish(String type, UUID recordId, JsonObject payload) {
        JsonObject event = Json.createObjectBuilder()
                .add("type", type)
                .add("payload", payload)
                .build();
        listening(type).forEach(consumer -> outbox.put(caller.tenantId(), KIND, consumer.name(), recordId, event));
    }

    @Override
    public boolean isHeard(String type) {
        return listening(type).findAny().isPresent();
    }

    private Stream<EventConsumer> listening(String type) {
        return all().filter(consumer -> consumer.eventType().equals(type)).filter(EventConsumer::listens);
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean knows(String consumer) {
        return all().anyMatch(known -> known.name().equals(consumer));
    }

    @Override
    public void deliver(OutboxRow row) {
        EventConsumer.Event event = new EventConsumer.Event(
                row.payload().getString("type"), row.recordId(), row.payload().getJsonObject("payload"));
        all().filter(consumer -> consumer.name().equals(row.consumer()))
                .findFirst()
                .orElseThrow()
                .accept(event);
    }

    private Stream<EventConsumer> all() {
        return consumers.stream();
    }
}
