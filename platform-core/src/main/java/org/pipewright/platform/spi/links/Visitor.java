package org.pipewright.platform.spi.links;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody outside.
 *
 * @param address on the network
 * @param program that was used, as it calls itself
 * @param at when
 * @param link id of the link that was followed, see {@link Links#open}
 */
public record Visitor(String address, String program, Instant at, Optional<UUID> link) {

    /** The same, by that link. */
    public Visitor by(UUID followed) {
        return new Visitor(address, program, at, Optional.of(followed));
    }
}
