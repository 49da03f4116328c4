package org.pipewright.platform.spi.records;

import java.util.List;
import java.util.UUID;

/**
 * What time alone brings about in single records, such as that something expires, as a CDI bean. Called about every hour
 * for each active tenant, on one node at a time, with the tenant bound, acting as the tenant itself; each record in a
 * transaction of its own. What fails for one record is undone and logged, keeps no other waiting, and comes round again.
 *
 * @param <R> record type
 */
public interface RecordChore<R extends CrmRecord> {

    /** The record type, as named where the interface is implemented. */
    default Class<R> type() {
        return TypeArguments.of(getClass(), RecordChore.class, 0);
    }

    /** Ids of the records something is to be done to by now. */
    List<UUID> due();

    /** Does it to one of them, which is locked; nothing if it is no longer due. */
    void perform(R record);
}
