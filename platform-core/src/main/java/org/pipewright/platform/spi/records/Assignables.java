package org.pipewright.platform.spi.records;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Divides records of any {@link RecordType#assignable} type up by criteria of the one filter language, for modules that
 * need not know the type. Provided by the core as a CDI bean; used inside a transaction with the tenant bound. Criteria
 * are answered by the database as those of lists are, but for every record of the tenant, whatever the caller may view:
 * what is read here is for putting records somewhere, and may be shown as numbers only.
 */
public interface Assignables {

    /** Types whose feature is in force for the tenant, by name. */
    List<Type> types();

    /** Whether the caller may have records of the type divided up by the criteria: they name nothing that is hidden. */
    boolean understands(String recordType, String criteria);

    /** Places of those of the criteria that cannot be asked of records of the type, whoever asks. */
    Set<Integer> faults(String recordType, List<String> criteria);

    /** How many records of the type there are. */
    long count(String recordType);

    /**
     * Records of a type in the order of their ids, those in the bin left out. Criteria that cannot be asked match
     * nothing.
     *
     * @param criteria which are asked of each record
     * @param after id after which the page begins; empty for the first one
     */
    List<Matched> page(String recordType, List<String> criteria, Optional<UUID> after, int most);

    /** The same of those among the ids that are records of the type. */
    List<Matched> among(String recordType, List<String> criteria, Collection<UUID> ids);

    /** Records of a type of which criteria may say something else since records were changed to which they lead. */
    Set<UUID> affected(String recordType, Collection<String> criteria, RecordsChanged change);

    /** A type whose records can be divided up, and its path in REST. */
    record Type(String name, String path) {}

    /**
     * A record.
     *
     * @param open whether not all is decided yet ({@link RecordType#undecided}); what is stays where it is
     * @param criteria places of those criteria in their list that it matches
     */
    record Matched(UUID id, boolean open, Set<Integer> criteria) {}
}
