package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;

/** Finds out who sent a request: by a bearer token, else by the browser's session. */
@ApplicationScoped
class Credentials {

    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final String BEARER = "Bearer ";

    @Inject
    BearerTokens tokens;

    @Inject
    Sessions sessions;

    @Inject
    Persons persons;

    @Inject
    Cookies cookies;

    @Inject
    IdentitySettings settings;

    /** The visitor, or nothing when the request carries no credentials; bad credentials are refused. */
    Optional<Visitor> of(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        return authorization != null
                ? Optional.of(program(authorization))
                : cookies.session(request).map(secret -> browser(secret, request));
    }

    private Visitor program(String authorization) {
        if (!authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            throw Refusal.of(CoreErrorCode.UNAUTHENTICATED);
        }
        VerifiedIdentity identity =
                tokens.verified(authorization.substring(BEARER.length()).strip());
        return new Visitor(persons.actingFor(identity), Optional.empty(), identity.level(), Origin.API);
    }

    private Visitor browser(String secret, HttpServletRequest request) {
        Session session = sessions.of(secret).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
        Person person = persons.withId(session.person()).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAUTHENTICATED));
        requireOwnPage(request);
        return new Visitor(person, Optional.of(session), session.level(), Origin.WEB);
    }

    /** A browser attaches its cookie to whatever any page asks for; changes must come from our own pages. */
    private void requireOwnPage(HttpServletRequest request) {
        boolean ours = "web".equals(request.getHeader("X-Pipewright")) && isSameOrigin(request);
        if (!ours && !SAFE_METHODS.contains(request.getMethod())) {
            throw Refusal.of(CoreErrorCode.CROSS_SITE);
        }
    }

    boolean isSameOrigin(HttpServletRequest request) {
        return settings.origin().equals(request.getHeader("Origin"));
    }

    static boolean isWrite(HttpServletRequest request) {
        return !SAFE_METHODS.contains(request.getMethod());
    }
}
