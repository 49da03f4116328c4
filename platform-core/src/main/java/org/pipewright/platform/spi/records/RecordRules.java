package org.pipewright.platform.spi.records;

/**
 * Rules of a record type, as a CDI bean. Called by the core inside the writing transaction with the tenant bound, on
 * every path: form, list, bulk, import and REST.
 *
 * @param <R> the record type
 */
public interface RecordRules<R extends CrmRecord> {

    /** The record type the rules are for, as named where the interface is implemented. */
    default Class<R> type() {
        return TypeArguments.of(getClass(), RecordRules.class, 0);
    }

    /** Fills what the caller left out, before a new record is checked. */
    default void prepare(R record) {}

    /**
     * Checks a new or changed record.
     *
     * @param record with its new values
     * @param change what is being written and how
     * @param violations where to tell what is wrong
     */
    default void check(R record, Change change, Violations violations) {}

    /** Called after a record was checked and before it is written; derived values are set here. */
    default void derive(R record, Change change) {}

    /** Called after a record was written, in the same transaction; what hangs on it is written here. */
    default void written(R record, Change change) {}

    /** Called before a record goes to the bin; throws to refuse. */
    default void requireDeletable(R record) {}
}
