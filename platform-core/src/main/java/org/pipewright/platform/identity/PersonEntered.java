package org.pipewright.platform.identity;

import java.util.UUID;

/**
 * A person has logged in with a browser; fired once the session stands.
 *
 * @param person who
 */
public record PersonEntered(UUID person) {}
