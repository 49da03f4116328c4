package org.pipewright.platform.rest;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.pipewright.platform.database.BoundTenant;

/** Names the request that a thread works for, so that log entries of one request can be found together. */
public final class RequestContext {

    private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    private RequestContext() {}

    /** Id of the request this thread works for. */
    public static Optional<String> requestId() {
        return Optional.ofNullable(CURRENT.get());
    }

    /** The request and tenant for a log entry; neither tells anything of a person. */
    static String described() {
        return "request " + requestId().orElse("none") + ", tenant "
                + BoundTenant.current().map(UUID::toString).orElse("none");
    }

    /** Takes over the id a proxy has given, if it is harmless, or makes one. */
    public static String begin(String given) {
        String id = given != null && SAFE.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
        CURRENT.set(id);
        return id;
    }

    /** The thread works for it no more. */
    public static void end() {
        CURRENT.remove();
    }
}
