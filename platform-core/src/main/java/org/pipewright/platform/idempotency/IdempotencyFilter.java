package org.pipewright.platform.idempotency;

import jakarta.inject.Inject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;
import org.pipewright.platform.database.BoundTenant;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Answers a post that comes again with the same {@code Idempotency-Key} as it was answered first (S-API-04). */
@Provider
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String HEADER = "Idempotency-Key";
    private static final String TAKEN = IdempotencyFilter.class.getName();
    private static final int LONGEST_KEY = 200;
    private static final Jsonb JSON = JsonbBuilder.create();

    @Inject
    KeptAnswers answers;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null
                || !request.getMethod().equals("POST")
                || BoundTenant.current().isEmpty()) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.of(CoreErrorCode.MALFORMED);
        }
        String fingerprint = fingerprint(request);
        Optional<KeptAnswers.Kept> kept = answers.take(key, fingerprint);
        if (kept.isPresent()) {
            request.abortWith(again(kept.get(), fingerprint));
        } else {
            request.setProperty(TAKEN, key);
        }
    }

    private static String fingerprint(ContainerRequestContext request) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getUriInfo().getRequestUri().toString().getBytes(StandardCharsets.UTF_8));
            request.setEntityStream(SpooledBody.of(request.getEntityStream(), digest));
            return Base64.getEncoder().encodeToString(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Response again(KeptAnswers.Kept kept, String fingerprint) {
        if (!kept.fingerprint().equals(fingerprint)) {
            throw Refusal.of(CoreErrorCode.IDEMPOTENCY_MISMATCH);
        }
        if (kept.status() == null) {
            throw Refusal.of(CoreErrorCode.CONFLICT);
        }
        return Response.status(kept.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(kept.body())
                .header("ETag", kept.tag())
                .header("Location", kept.location())
                .header("Idempotency-Replayed", "true")
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object key = request.getProperty(TAKEN);
        if (key == null) {
            return;
        }
        if (response.getStatus() < 300) {
            Object tag = response.getHeaders().getFirst("ETag");
            Object location = response.getHeaders().getFirst("Location");
            answers.keep(key.toString(), response.getStatus(), body(response), text(tag), text(location));
        } else {
            answers.release(key.toString());
        }
    }

    private static String text(Object value) {
        return value == null ? null : value.toString();
    }

    private static String body(ContainerResponseContext response) {
        Object entity = response.getEntity();
        return entity == null || entity instanceof String ? (String) entity : JSON.toJson(entity);
    }
}
