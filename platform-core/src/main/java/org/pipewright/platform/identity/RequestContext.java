package org.pipewright.platform.identity;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** Names the request that a thread works for, so that log entries of one request can be found together. */
public final class RequestContext {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestContext() {}

    /** Id of the request this thread works for. */
    public static Optional<String> requestId() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** Takes over the id a proxy has given, if it is harmless, or makes one. */
    static String begin(String given) {
        String id = given != null && SAFE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        CURRENT.set(id);
        return id;
    }

    static void end() {
        CURRENT.remove();
    }
}
