package org.pipewright.platform.spi.activities;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What a module needs to know of an activity that is linked to a record.
 *
 * @param id of the activity
 * @param subject its title
 * @param form what it is at heart
 * @param open whether it is still to be done
 * @param cancelled whether it was called off
 * @param dueAt when it is overdue from
 * @param origin what it was made for, as given by whoever made it
 * @param result what came of it, or why it was called off
 * @param doneAt when it was done or held
 * @param inbound whether it came from the other side
 */
public record LinkedActivity(
        UUID id,
        String subject,
        ActivityForm form,
        boolean open,
        boolean cancelled,
        Optional<Instant> dueAt,
        Optional<String> origin,
        Optional<String> result,
        Optional<Instant> doneAt,
        boolean inbound) {}
