package org.pipewright.platform.spi.records;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * A verb of whose input references take only certain records; what {@link Choices} are to the fields of a record.
 *
 * @param <R> the record type
 * @param <I> a Java record with the input
 */
public interface ChoosingVerb<R extends CrmRecord, I extends java.lang.Record> extends Verb<R, I> {

    /** Names of the components it may narrow. */
    Set<String> narrowed();

    /**
     * Ids that may be chosen now, by component; a component that is left out takes any record.
     *
     * @param chosen references of the input that are filled in already
     */
    Map<String, Set<UUID>> choices(R record, Map<String, UUID> chosen);
}
