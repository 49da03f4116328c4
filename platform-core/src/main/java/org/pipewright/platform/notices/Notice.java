package org.pipewright.platform.notices;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something a member is told about a record. What the record is called is looked up when it is read, so that nobody is
 * told of what they may not see any more (S-NOTIF-05). In place of a record it may be the job that made a file.
 *
 * @param id of the notice
 * @param kind what is told; its text is {@code core.notice.<kind>}, or where a module tells it the text of that key
 * @param recordType name of the record's type, or {@code core.job}
 * @param recordId the record
 * @param title what people call it, or null when the member may not view it or the file is kept no longer
 * @param at when it was told
 * @param read whether it was read
 */
public record Notice(UUID id, String kind, String recordType, UUID recordId, String title, Instant at, boolean read) {

    /**
     * A page, latest first.
     *
     * @param unread how many of all notices were not read
     * @param next cursor of the next page, or null
     */
    public record Page(List<Notice> items, int unread, String next) {}
}
