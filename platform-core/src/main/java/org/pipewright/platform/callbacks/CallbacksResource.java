package org.pipewright.platform.callbacks;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.callbacks.CallbackCalls.Aim;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.access.Admits.Who;
import org.pipewright.platform.spi.callbacks.Callback;
import org.pipewright.platform.spi.errors.Refusal;

/** Where programs outside tell what has happened, such as that somebody paid (S-PAY-09). */
@Path("callbacks/{tenant}/{kind}/{record}")
@Admits(Who.ANYBODY)
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CallbacksResource {

    private static final int LARGEST = 256 << 10;

    @Inject
    CallbackCalls calls;

    @Context
    HttpServletRequest request;

    @Context
    HttpHeaders headers;

    /** Takes a call; answered once what it tells is kept. */
    @POST
    @Consumes({
        MediaType.APPLICATION_OCTET_STREAM,
        MediaType.APPLICATION_JSON,
        MediaType.APPLICATION_XML,
        MediaType.TEXT_PLAIN,
        MediaType.APPLICATION_FORM_URLENCODED
    })
    public void take(
            @PathParam("tenant") String tenant,
            @PathParam("kind") String kind,
            @PathParam("record") UUID record,
            InputStream body) {
        calls.take(
                new Aim(tenant, kind, record, request.getRemoteAddr()),
                new Callback(bytes(body), told(), Instant.now()));
    }

    private static byte[] bytes(InputStream body) {
        try {
            byte[] bytes = body.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw Refusal.of(CoreErrorCode.TOO_LARGE);
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> told() {
        Map<String, String> told = new HashMap<>();
        headers.getRequestHeaders().forEach((name, values) -> {
            if (!values.isEmpty()) {
                told.put(name.toLowerCase(Locale.ROOT), values.get(0));
            }
        });
        return told;
    }
}
