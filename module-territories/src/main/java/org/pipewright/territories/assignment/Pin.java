package org.pipewright.territories.assignment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * That a record is in a territory, or in none, whatever the rules say (S-TERR-06).
 *
 * @param territory it is held in; none if it is kept out of all
 * @param until last day on which it is; for good if empty
 */
record Pin(
        UUID record,
        Optional<UUID> territory,
        String reason,
        Optional<LocalDate> until,
        Optional<UUID> by,
        Instant at) {}
