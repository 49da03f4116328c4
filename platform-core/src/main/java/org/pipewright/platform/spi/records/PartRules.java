package org.pipewright.platform.spi.records;

import java.util.Optional;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Says when records of a type have parts, and when these may be written, as a CDI bean of the host's module. Asked with
 * the host locked before people and programs write parts, on every path, and for each page of a host. What module code
 * writes itself is not asked about.
 *
 * @param <R> record type of the host
 */
public interface PartRules<R extends CrmRecord> {

    /** The record type of the host, as named where the interface is implemented. */
    default Class<R> type() {
        return TypeArguments.of(getClass(), PartRules.class, 0);
    }

    /** Whether the host has parts of that record type now; others are neither shown nor taken. */
    default boolean has(R host, String part) {
        return true;
    }

    /** Why parts of that record type may only be read now. */
    default Optional<Refusal> objection(R host, String part) {
        return Optional.empty();
    }
}
