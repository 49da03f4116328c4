package org.pipewright.platform.spi.records;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Tells which records may be chosen for references of a record where no criteria can ({@link Field#offered}), because it
 * depends on who asks or on rules that are code, such as the stages a deal may go to next: a CDI bean. Forms, lists,
 * boards and paths ask when somebody is about to choose, inside a transaction with the tenant bound; nothing is written.
 * It is meant for short lists. It narrows what is offered and refuses nothing: {@link RecordRules} refuse the rest.
 *
 * @param <R> the record type
 */
public interface Choices<R extends CrmRecord> {

    /** The record type it is for, as named where the interface is implemented. */
    default Class<R> type() {
        return TypeArguments.of(getClass(), Choices.class, 0);
    }

    /** Names of the references it may narrow. */
    Set<String> fields();

    /**
     * Ids that may be chosen now, by field; a field that is left out takes any record.
     *
     * @param record as it is stored, or a new one with what its form has so far, which has no id yet
     */
    Map<String, Set<UUID>> of(R record);
}
