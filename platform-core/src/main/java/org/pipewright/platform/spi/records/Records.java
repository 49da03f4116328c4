package org.pipewright.platform.spi.records;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Reads and writes records from module code, with the same rules, history and search as every other path. Rights are
 * not asked again: the verb that calls was already allowed. Use inside a transaction with a bound tenant.
 */
public interface Records {

    /** The record of that id that is not in the bin. */
    <R extends CrmRecord> Optional<R> withId(Class<R> type, UUID id);

    /** Makes a record: prepares, checks, derives, writes, tells. Returns it with its id. */
    <R extends CrmRecord> R create(R record);

    /** Changes a managed record in code: checks, derives and tells as for any other write. */
    <R extends CrmRecord> void change(R record, java.util.function.Consumer<R> change);

    /**
     * Makes a record of any module from members as REST takes them. Here the caller's rights are asked: a verb's right
     * does not stand for the right to make other records.
     */
    UUID create(String recordType, JsonObject members);

    /** Puts a record of any module into the bin, if it is there and its rules allow. */
    void delete(String recordType, UUID id);

    /** The record as REST shows it to the caller, if there is one the caller may view. */
    Optional<JsonObject> seen(String recordType, UUID id);

    /** Id of the only record of the type whose text field has the value, or contact points contain it, ignoring case. */
    Optional<UUID> having(String recordType, String field, String value);

    /**
     * Id of the record that stands out among those the rules of the type take for the same as one of these members,
     * which are as REST takes them (S-DUP-01); only of records the caller may view.
     */
    Optional<UUID> like(String recordType, JsonObject members);

    /** Ids of the records whose contact points in that field contain the address or number, the newest first. */
    List<UUID> reachedBy(String recordType, String field, String value);

    /** Id to which a field of a record refers, if the record is there and the field is filled. */
    Optional<UUID> referenceOf(String recordType, UUID id, String field);
}
