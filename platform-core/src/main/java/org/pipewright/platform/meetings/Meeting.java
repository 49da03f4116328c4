package org.pipewright.platform.meetings;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A meeting as it stands in invitations.
 *
 * @param id of the activity
 * @param subject of it
 * @param location where it is, or null
 * @param start when it begins, or null
 * @param minutes how long it takes
 * @param open whether it is still to be held
 * @param sequence how often invitations to it were changed (RFC 5545, 3.8.7.4)
 * @param organiser whose it is, null if nobody's
 * @param organiserName how that member is called, or null
 * @param organiserEmail where that member is written to, or null
 */
record Meeting(
        UUID id,
        String subject,
        String location,
        Instant start,
        int minutes,
        boolean open,
        int sequence,
        UUID organiser,
        String organiserName,
        String organiserEmail) {

    static final int USUAL_MINUTES = 30;

    Instant end() {
        return start.plus(Duration.ofMinutes(minutes));
    }

    /** Whether it is still to come: nobody is told about what is over. */
    boolean isAhead(Instant now) {
        return start != null && end().isAfter(now);
    }

    Optional<String> where() {
        return Optional.ofNullable(location);
    }
}
