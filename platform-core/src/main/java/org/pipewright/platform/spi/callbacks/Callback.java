package org.pipewright.platform.spi.callbacks;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A call of a program outside, as it came.
 *
 * @param body byte by byte, as signatures are over it
 * @param headers first value of each, by name in lower case
 * @param at when it came
 */
public record Callback(byte[] body, Map<String, String> headers, Instant at) {

    public Callback {
        body = Arrays.copyOf(body, body.length);
        headers = Map.copyOf(headers);
    }

    /** The header of that name, however it is written. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name.toLowerCase(Locale.ROOT)));
    }
}
