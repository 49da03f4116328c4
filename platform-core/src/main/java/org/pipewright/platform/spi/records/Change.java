package org.pipewright.platform.spi.records;

import java.util.Optional;
import java.util.Set;

/**
 * What is being written to a record.
 *
 * @param created whether the record is new
 * @param fields names of the fields whose value the write changes
 * @param before values of these fields before, by name
 * @param origin how the write came
 * @param historical whether it is historical data, which may lack required facts and may carry outcomes
 */
public record Change(
        boolean created, Set<String> fields, java.util.Map<String, Object> before, Origin origin, boolean historical) {

    /** Whether the write changes the field. */
    public boolean touches(String field) {
        return fields.contains(field);
    }

    /** The field's value before the write. */
    public Optional<Object> before(String field) {
        return Optional.ofNullable(before.get(field));
    }
}
