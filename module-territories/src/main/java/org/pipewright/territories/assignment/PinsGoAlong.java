package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.ConversionReaction;

/**
 * What becomes of a record that is held where it is, is held there, too (S-CONV-09). Where rules had put it, they put what
 * becomes of it by themselves. The new record is looked at once all is committed, with its pin.
 */
@ApplicationScoped
class PinsGoAlong implements ConversionReaction {

    @Inject
    Pins pins;

    @Inject
    Assignables assignables;

    @Override
    public void converted(String recordType, UUID record, String madeType, UUID made) {
        if (assignables.types().stream().anyMatch(type -> type.name().equals(madeType))) {
            Optional.ofNullable(pins.of(Set.of(record)).get(record))
                    .ifPresent(pin -> pins.put(madeType, made, PinsGoAlong.like(pin)));
        }
    }

    private static NewPin like(Pin pin) {
        return new NewPin(
                pin.territory().orElse(null), pin.reason(), pin.until().orElse(null));
    }
}
