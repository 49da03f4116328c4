package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.access.Caller.LoginPolicy;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.settings.SettingChosen;

/** Holds log-ins against what a tenant asks of them: how long a browser may stay, and how well somebody was checked. */
@ApplicationScoped
class LoginRules {

    /** What a page asks for by itself says nothing about anybody sitting there. */
    private static final String BY_ITSELF = "X-Pipewright-By-Itself";

    @Inject
    Sessions sessions;

    @Inject
    CurrentVisitor visitors;

    void require(LoginPolicy policy, Visitor visitor) {
        visitor.session().filter(session -> isOver(policy, session)).ifPresent(session -> {
            sessions.end(session.key());
            throw Refusal.of(CoreErrorCode.UNAUTHENTICATED);
        });
        if (!policy.accepts(visitor.level())) {
            throw new Refusal(CoreErrorCode.STEP_UP_REQUIRED, Map.of("level", policy.level()), List.of());
        }
    }

    private static boolean isOver(LoginPolicy policy, Session session) {
        return isPast(session.lastSeenAt(), Duration.ofMinutes(policy.idleMinutes()))
                || isPast(session.createdAt(), Duration.ofHours(policy.hours()));
    }

    private static boolean isPast(Instant since, Duration limit) {
        return limit.toMinutes() > 0 && since.plus(limit).isBefore(Instant.now());
    }

    /** Notes that somebody uses the browser, once it is known that they may. */
    void used(Visitor visitor, HttpServletRequest request) {
        if (request.getHeader(BY_ITSELF) == null) {
            visitor.session().ifPresent(sessions::used);
        }
    }

    /** Nobody asks for a level that was not even checked at their own log-in: they could not take it back. */
    void require(@Observes SettingChosen chosen) {
        boolean level = chosen.key().equals(CoreModule.LOGIN_LEVEL);
        LoginPolicy wanted = new LoginPolicy(0, 0, chosen.value());
        if (level && !wanted.accepts(visitors.visitor().level())) {
            throw Refusal.of(CoreErrorCode.LOCKS_OUT, chosen.key());
        }
    }
}
