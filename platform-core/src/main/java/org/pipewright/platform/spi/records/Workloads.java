package org.pipewright.platform.spi.records;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Tells how much work records of any {@link RecordType#assignable} type with owners make, for modules that need not know
 * the type. Provided by the core as a CDI bean; used inside a transaction with the tenant bound. As with {@link
 * Assignables} every record of the tenant counts, whatever the caller may view: what is read here may be shown as numbers
 * only.
 */
public interface Workloads {

    /** Types whose records have owners and can be divided up, of features in force for the tenant, by name. */
    List<Kind> kinds();

    /** Open records of the type that match the criteria, in the order of their ids; at most so many. */
    List<Load> open(String recordType, String criteria, int most);

    /**
     * An open record.
     *
     * @param owner empty for none
     * @param value in the tenant's currency; zero where there is none
     * @param weighted the value times how likely it is
     * @param activities of the owner about the record that are still to be done
     */
    record Load(UUID record, Optional<UUID> owner, BigDecimal value, BigDecimal weighted, int activities) {}

    /**
     * A type.
     *
     * @param valued whether its records have a value: what its boards add up, weighted as they do
     */
    record Kind(String name, boolean valued) {}
}
