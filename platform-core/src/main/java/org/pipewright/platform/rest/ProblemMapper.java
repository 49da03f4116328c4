package org.pipewright.platform.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.Failures;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.AskedLanguage;

/** Turns everything that goes wrong into a problem document (RFC 9457); the only mapper there is. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final Map<Integer, CoreErrorCode> BY_STATUS = Map.of(
            400, CoreErrorCode.MALFORMED,
            401, CoreErrorCode.UNAUTHENTICATED,
            403, CoreErrorCode.FORBIDDEN,
            404, CoreErrorCode.NOT_FOUND,
            405, CoreErrorCode.METHOD_NOT_ALLOWED,
            406, CoreErrorCode.NOT_ACCEPTABLE,
            413, CoreErrorCode.TOO_LARGE,
            415, CoreErrorCode.UNSUPPORTED_MEDIA_TYPE);

    @Inject
    ProblemDocuments documents;

    @Context
    HttpHeaders headers;

    @Override
    public Response toResponse(Throwable failure) {
        return problem(refusal(failure));
    }

    private static Refusal refusal(Throwable failure) {
        return Failures.refusal(failure).or(() -> ofServer(failure)).orElseGet(() -> unexpected(failure));
    }

    private static Optional<Refusal> ofServer(Throwable failure) {
        return Failures.causes(failure)
                .filter(WebApplicationException.class::isInstance)
                .map(cause -> ((WebApplicationException) cause).getResponse().getStatus())
                .map(BY_STATUS::get)
                .filter(Objects::nonNull)
                .findFirst()
                .map(Refusal::of);
    }

    private static Refusal unexpected(Throwable failure) {
        LOG.log(Level.SEVERE, failure, () -> "Unexpected failure of " + RequestContext.described());
        return Refusal.of(CoreErrorCode.INTERNAL);
    }

    private Response problem(Refusal refusal) {
        int status = refusal.code().category().status();
        return Response.status(status)
                .type("application/problem+json")
                .entity(documents.document(refusal, status, AskedLanguage.of(headers)))
                .build();
    }
}
