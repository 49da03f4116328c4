package org.pipewright.platform.rest;

import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** What a request brings. */
public final class RequestBody {

    private RequestBody() {}

    /** The body; refuses a request without one. */
    public static <T> T present(T body) {
        return Optional.ofNullable(body).orElseThrow(() -> Refusal.of(CoreErrorCode.MALFORMED));
    }
}
