package org.pipewright.platform.spi.records;

import java.util.Optional;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Something that is done to one record beyond changing fields, such as {@code qualify} or {@code win}: a CDI bean. The
 * core serves it as {@code POST …/{id}/<name>}, as a button with a form for the input, in bulk, and asks for the right
 * of its name on the record type. The core loads and locks the record, calls {@link #perform}, checks the record's
 * rules and writes history, all in one transaction.
 *
 * @param <R> the record type
 * @param <I> a Java record with the input; components are declared with {@link Field} like those of a record type
 */
public interface Verb<R extends CrmRecord, I extends java.lang.Record> {

    /** Lower-case name with dashes. Text key {@code <record type>.verb.<name>}. */
    String name();

    /** The record type it is for, as named where the interface is implemented. */
    default Class<R> type() {
        return TypeArguments.of(getClass(), Verb.class, 0);
    }

    /** The input it takes, as named where the interface is implemented. */
    default Class<I> input() {
        return TypeArguments.of(getClass(), Verb.class, 1);
    }

    /** Feature that must be on for the verb to exist, or empty for that of the record type. */
    default String feature() {
        return "";
    }

    /** Whether it is the usual next step of a record, whose button stands out. */
    default boolean leading() {
        return false;
    }

    /** Whether it stands in the menu of further actions of a record and not as a button of its own. */
    default boolean aside() {
        return false;
    }

    /** Whether the verb makes sense for the record now; a verb not offered is refused with 409. */
    default boolean offered(R record) {
        return true;
    }

    /** Why it is not offered, where more can be told than that. */
    default Optional<Refusal> objection(R record) {
        return Optional.empty();
    }

    /** Does it. Runs inside the transaction; throws a refusal to undo everything. */
    void perform(R record, I input);
}
