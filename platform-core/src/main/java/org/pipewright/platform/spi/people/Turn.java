package org.pipewright.platform.spi.people;

import java.util.Optional;
import java.util.UUID;

/**
 * A record that a rule gives to one of several people.
 *
 * @param rule by which it is given; each has turns of its own
 * @param recordType of the record
 * @param record which may be about to be written
 * @param leastBusy whether whoever has the fewest open records of the type gets it, and not everybody in turn
 * @param perMonth most records of the type that rules give to one person in a month
 * @param open most open records of the type with which one person is given another one
 */
public record Turn(
        UUID rule,
        String recordType,
        UUID record,
        boolean leastBusy,
        Optional<Integer> perMonth,
        Optional<Integer> open) {}
