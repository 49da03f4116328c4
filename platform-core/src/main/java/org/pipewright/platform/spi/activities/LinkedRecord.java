package org.pipewright.platform.spi.activities;

import java.util.UUID;

/**
 * A record that an activity is about.
 *
 * @param recordType name of its type, such as {@code core.account}
 * @param id of the record
 */
public record LinkedRecord(String recordType, UUID id) {}
