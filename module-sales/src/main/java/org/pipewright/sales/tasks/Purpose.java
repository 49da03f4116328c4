package org.pipewright.sales.tasks;

import java.util.Optional;
import java.util.UUID;

/**
 * What a task was made for, as it is noted on the activity.
 *
 * @param deal that needs it
 * @param rule that asked for it
 */
record Purpose(UUID deal, UUID rule) {

    private static final String PREFIX = "sales.task:";

    String text() {
        return PREFIX + deal + ":" + rule;
    }

    /** The purpose that the text tells, unless the activity is none of ours. */
    static Optional<Purpose> of(String text) {
        if (!text.startsWith(PREFIX)) {
            return Optional.empty();
        }
        String[] parts = text.substring(PREFIX.length()).split(":");
        return Optional.of(new Purpose(UUID.fromString(parts[0]), UUID.fromString(parts[1])));
    }
}
