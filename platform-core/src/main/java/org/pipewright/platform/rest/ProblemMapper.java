package org.pipewright.platform.rest;

import jakarta.inject.Inject;
import jakarta.persistence.OptimisticLockException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.Texts;

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
        return causes(failure)
                .map(ProblemMapper::known)
                .flatMap(Optional::stream)
                .findFirst()
                .orElseGet(() -> unexpected(failure));
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static Optional<Refusal> known(Throwable cause) {
        if (cause instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        if (cause instanceof OptimisticLockException) {
            return Optional.of(Refusal.of(CoreErrorCode.STALE));
        }
        if (cause instanceof SQLException sql) {
            return ofSqlState(sql.getSQLState());
        }
        if (cause instanceof WebApplicationException web) {
            return Optional.ofNullable(BY_STATUS.get(web.getResponse().getStatus()))
                    .map(Refusal::of);
        }
        return Optional.empty();
    }

    private static Optional<Refusal> ofSqlState(String state) {
        return switch (state == null ? "" : state) {
            case "23505" -> Optional.of(Refusal.of(CoreErrorCode.DUPLICATE));
            case "23503" -> Optional.of(Refusal.of(CoreErrorCode.IN_USE));
            case "40001", "40P01", "55P03" -> Optional.of(Refusal.of(CoreErrorCode.CONFLICT));
            default -> Optional.empty();
        };
    }

    private static Refusal unexpected(Throwable failure) {
        LOG.log(Level.SEVERE, failure, () -> "Unexpected failure of " + RequestContext.described());
        return Refusal.of(CoreErrorCode.INTERNAL);
    }

    private Response problem(Refusal refusal) {
        int status = refusal.code().category().status();
        return Response.status(status)
                .type("application/problem+json")
                .entity(documents.document(refusal, status, language()))
                .build();
    }

    private Locale language() {
        List<Locale> accepted = headers.getAcceptableLanguages();
        return accepted.isEmpty() || accepted.get(0).getLanguage().equals("*") ? Texts.FALLBACK : accepted.get(0);
    }
}
