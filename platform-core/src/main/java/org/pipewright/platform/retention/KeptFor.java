package org.pipewright.platform.retention;

import java.util.List;

/**
 * How long the history of a record type is kept (S-AUD-04).
 *
 * @param days after which its lines go, or null for ever
 */
public record KeptFor(String recordType, Integer days) {

    /** All record types. */
    public record Page(List<KeptFor> items) {}
}
