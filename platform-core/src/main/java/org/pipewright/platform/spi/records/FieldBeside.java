package org.pipewright.platform.spi.records;

/**
 * A reference that a module gives the records of every {@link RecordType#assignable} type though it keeps the values in a
 * table of its own, as a CDI bean: a column, filter and grouping of lists, boards, exports and reports, and a member of
 * each record that people and programs read. Nobody writes it there, and it has no history. A type that
 * declares a field of that name keeps its own.
 */
public interface FieldBeside {

    /** Name in REST. */
    String name();

    /** Record type the values refer to. */
    String references();

    /** Key of the text it is called by: what the records are called to which it refers, unless that is said otherwise. */
    default String label() {
        return references() + ".one";
    }

    /** Whether only types have it whose records can be decided ({@link RecordType#undecided}). */
    default boolean isOfClosed() {
        return false;
    }

    /** Feature that must be on for the field to exist. */
    String feature();

    /** Table of the tenant in which the values stand, with at most one row for each record. */
    String table();

    /** Its column with the id of the record. */
    String recordColumn();

    /** Its column with the id that the record refers to. */
    String valueColumn();
}
