package org.pipewright.platform.privacy;

import java.util.Map;
import java.util.UUID;

/**
 * A record that tells something about a person.
 *
 * @param recordType its type
 * @param id of the record
 * @param title what people call it
 * @param deleted whether it lies in the bin
 * @param values of its personal fields that are filled, as the history words them
 */
public record PersonalRecord(String recordType, UUID id, String title, boolean deleted, Map<String, String> values) {}
