package org.pipewright.platform.spi.records;

import java.util.List;

/**
 * Reacts to writes of a record type inside their transaction, as a CDI bean: for what has to be right as soon as the
 * write is, such as totals and links. Called after the records were written, on every path; a refusal undoes the write.
 *
 * @param <R> the record type
 */
public interface RecordReaction<R extends CrmRecord> {

    /** The record type it reacts to, as named where the interface is implemented. */
    default Class<R> type() {
        return TypeArguments.of(getClass(), RecordReaction.class, 0);
    }

    /** Records were made or changed, by an import many at once. */
    void written(List<Written<R>> writes);

    /** A record went to the bin. */
    default void binned(R record) {}

    /** A record came back from the bin. */
    default void restored(R record) {}

    /**
     * A record that was written.
     *
     * @param record with its new values
     * @param change what was written
     */
    record Written<R extends CrmRecord>(R record, Change change) {}
}
