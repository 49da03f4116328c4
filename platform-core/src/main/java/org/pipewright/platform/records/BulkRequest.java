package org.pipewright.platform.records;

import jakarta.json.JsonObject;
import jakarta.validation.Valid;
import java.util.List;
import java.util.UUID;

/**
 * The same thing done to many records, either named or all that match.
 *
 * @param ids records, or absent
 * @param filter criteria of the records when no ids are given
 * @param q words of the records when no ids are given
 * @param change fields to change, or absent
 * @param verb verb to do, or absent
 * @param input of the verb
 * @param tags tags to put on the records or to take off, or absent
 * @param delete whether to put them into the bin
 * @param restore whether to take them out of the bin; only with ids
 */
public record BulkRequest(
        List<UUID> ids,
        String filter,
        String q,
        JsonObject change,
        String verb,
        JsonObject input,
        @Valid Tagging tags,
        Boolean delete,
        Boolean restore) {}
