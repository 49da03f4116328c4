package org.pipewright.platform.meetings;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * When members are busy. It tells nothing but times: not with what, with whom, nor how often.
 *
 * @param items one for each member that was asked about
 */
public record FreeBusy(List<Times> items) {

    /**
     * When a member is busy.
     *
     * @param member whose times these are
     * @param busy stretches of time, the first one first, none touching another
     */
    public record Times(UUID member, List<Stretch> busy) {}

    /**
     * A stretch of time.
     *
     * @param from its beginning
     * @param to its end
     */
    public record Stretch(Instant from, Instant to) {}
}
