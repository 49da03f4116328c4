package org.pipewright.platform.activities;

import java.util.List;
import java.util.UUID;

/**
 * A record an activity is about, as it is shown.
 *
 * @param recordType name of its type
 * @param id of the record
 * @param title what people call it
 */
public record ActivityLink(String recordType, UUID id, String title) {

    /** All links that may be seen. */
    public record Page(List<ActivityLink> items) {}
}
