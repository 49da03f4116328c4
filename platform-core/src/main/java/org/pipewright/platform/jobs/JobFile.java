package org.pipewright.platform.jobs;

import java.time.Instant;

/**
 * A file that a job made for who started it.
 *
 * @param name under which it is saved
 * @param mediaType of its content
 * @param size in bytes
 * @param expiresAt when it is removed
 */
public record JobFile(String name, String mediaType, long size, Instant expiresAt) {

    boolean isExpired() {
        return !expiresAt.isAfter(Instant.now());
    }
}
