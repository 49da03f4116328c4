package org.pipewright.platform.identity;

import java.time.Instant;
import java.util.UUID;

/**
 * A browser somebody is logged in with.
 *
 * @param key hash of the secret the browser holds
 * @param person who is logged in
 * @param createdAt when the person logged in
 * @param lastSeenAt when the browser last called, to the minute
 * @param userAgent what the browser calls itself, may be null
 * @param level what the identity provider checked at the log-in, may be null
 */
record Session(byte[] key, UUID person, Instant createdAt, Instant lastSeenAt, String userAgent, String level) {

    Session seenAt(Instant at) {
        return new Session(key, person, createdAt, at, userAgent, level);
    }
}
