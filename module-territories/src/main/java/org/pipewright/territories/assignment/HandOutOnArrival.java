package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.territories.tree.Territory;

/** Gives a new record to somebody once it is in its territory: nothing keeps it from being made (S-TERR-12). */
@ApplicationScoped
class HandOutOnArrival implements EventConsumer {

    static final String ARRIVED = "territories.record-arrived.v1";

    @Inject
    HandingOut handingOut;

    @Inject
    CurrentCaller caller;

    static JsonObject payload(String recordType, UUID territory) {
        return Json.createObjectBuilder()
                .add("recordType", recordType)
                .add("territory", territory.toString())
                .build();
    }

    @Override
    public String name() {
        return "territories.hand-out";
    }

    @Override
    public String eventType() {
        return ARRIVED;
    }

    @Override
    public void accept(Event event) {
        if (caller.hasFeature(Territory.FEATURE)) {
            handingOut.handOut(
                    event.payload().getString("recordType"),
                    event.recordId(),
                    UUID.fromString(event.payload().getString("territory")));
        }
    }
}
