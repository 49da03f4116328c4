package org.pipewright.platform.spi.forms;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How somebody came to a form (S-SRC-07).
 *
 * @param facts what is known of {@code utm_source}, {@code utm_medium}, {@code utm_campaign}, {@code utm_term}, {@code
 *     utm_content}, {@code referrer} and {@code page}
 * @param consent the text the person agreed to, if the form asked
 * @param at when the form was sent
 */
public record Arrival(Map<String, String> facts, Optional<String> consent, Instant at) {

    public Arrival {
        facts = Map.copyOf(facts);
    }

    /** The fact, if it is known. */
    public Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }
}
