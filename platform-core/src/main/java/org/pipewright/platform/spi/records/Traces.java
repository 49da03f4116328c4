package org.pipewright.platform.spi.records;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Tells what people have done with a record: edits, activities, mails, comments, files, and records that were made to
 * refer to it. What rules and jobs do leaves no trace here. Provided by the core as a CDI bean; used inside a transaction
 * with a bound tenant.
 */
public interface Traces {

    /**
     * What was done since then, in words of the tenant's language, at most a few; of what the caller may not see only that
     * there is something, as {@code …}.
     */
    List<String> since(String recordType, UUID id, Instant then);
}
