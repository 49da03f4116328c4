package org.pipewright.platform.timelines;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.recordtypes.DeclaredType;

/** One sort of what stands in timelines, as a CDI bean. Called inside a transaction with the caller bound. */
public interface TimelineSource {

    /** Stable name of the sort, such as {@code change}. */
    String kind();

    /**
     * A query of everything of the sort that the caller may see in the story: a time, a key that is text and sorts
     * among those of the same time, the record type and the id of the record it happened to. Both may be null where the
     * page need not say whose it is. Empty when there can be nothing.
     */
    SqlPart rows(Map<DeclaredType, Set<UUID>> story);

    /** What is shown of the entries of these keys, by key. */
    Map<String, JsonObject> contents(Collection<String> keys);
}
