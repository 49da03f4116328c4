package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.pipewright.platform.rest.ProblemDocuments;
import org.pipewright.platform.spi.errors.ErrorCode.Category;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.AskedLanguage;

/** Answers refusals that happen before a resource is reached. */
@ApplicationScoped
class Problems {

    @Inject
    ProblemDocuments documents;

    void answer(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = refusal.code().category().status();
        response.setStatus(status);
        response.setContentType("application/problem+json");
        if (refusal.code().category() == Category.UNAUTHENTICATED) {
            response.setHeader("WWW-Authenticate", challenge(refusal));
        }
        if (refusal.code().category() == Category.TOO_MANY) {
            response.setHeader("Retry-After", "60");
        }
        response.getOutputStream()
                .write(documents
                        .document(refusal, status, AskedLanguage.of(request))
                        .getBytes(StandardCharsets.UTF_8));
    }

    /** What is missing when a log-in is good but not good enough is said as RFC 9470 has it. */
    private static String challenge(Refusal refusal) {
        Object level = refusal.arguments().get("level");
        return level == null
                ? "Bearer"
                : "Bearer error=\"insufficient_user_authentication\", acr_values=\"" + level + "\"";
    }
}
