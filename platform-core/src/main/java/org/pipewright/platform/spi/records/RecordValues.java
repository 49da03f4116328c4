package org.pipewright.platform.spi.records;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

/**
 * Tells what records of any {@link RecordType#assignable} type are worth, for modules that need not know the type: what
 * its boards add up. Provided by the core as a CDI bean; used inside a transaction with the tenant bound. As with {@link
 * Assignables} every record of the tenant counts, whatever the caller may view: what is read here may be shown as numbers
 * only.
 */
public interface RecordValues {

    /** Whether records of the type have a value. */
    boolean areKnown(String recordType);

    /** Values in the tenant's currency of those among the records that have one; none of a type whose records have none. */
    Map<UUID, BigDecimal> of(String recordType, Collection<UUID> records);
}
