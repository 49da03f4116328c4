package org.pipewright.platform.takeouts;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * An export of everything.
 *
 * @param id of it
 * @param state {@code WAITING}, {@code RUNNING}, {@code READY}, {@code FAILED} or {@code EXPIRED}
 * @param requestedBy name of who asked for it
 * @param createdAt when it was asked for
 * @param finishedAt when the archive was complete
 * @param expiresAt when the archive is removed
 * @param size of the archive in bytes
 * @param sha256 of the archive
 * @param manifest files of the archive with their counts and checksums
 */
public record Takeout(
        UUID id,
        String state,
        String requestedBy,
        Instant createdAt,
        Instant finishedAt,
        Instant expiresAt,
        Long size,
        String sha256,
        JsonObject manifest) {

    /** All of a tenant. */
    public record Page(List<Takeout> items) {}
}
