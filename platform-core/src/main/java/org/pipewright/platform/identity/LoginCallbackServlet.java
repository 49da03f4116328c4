package org.pipewright.platform.identity;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.pipewright.platform.identity.CodeExchange.LoggedIn;
import org.pipewright.platform.identity.LoginAttempts.Attempt;
import org.pipewright.platform.spi.errors.Refusal;

/** Takes a browser back from the identity provider and gives it a session. */
@WebServlet("/login/callback")
public class LoginCallbackServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient LoginAttempts attempts;

    @Inject
    transient CodeExchange exchange;

    @Inject
    transient Persons persons;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Cookies cookies;

    @Inject
    transient LoginFailedPage failed;

    @Inject
    transient Event<PersonEntered> entrances;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        Optional<Attempt> attempt = attempt(request);
        String code = request.getParameter("code");
        if (attempt.isEmpty() || code == null) {
            failed.show(request, response, HttpServletResponse.SC_BAD_REQUEST);
        } else {
            complete(attempt.get(), code, request, response);
        }
    }

    private Optional<Attempt> attempt(HttpServletRequest request) {
        String state = request.getParameter("state");
        return state == null
                ? Optional.empty()
                : cookies.login(request).flatMap(browser -> attempts.take(state, browser));
    }

    private void complete(Attempt attempt, String code, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        try {
            LoggedIn loggedIn = exchange.redeem(code, attempt);
            cookies.session(request).map(Secrets::hash).ifPresent(sessions::end);
            cookies.setSession(response, session(loggedIn, request));
            cookies.clearLogin(response);
            response.sendRedirect(attempt.returnTo());
        } catch (Refusal refusal) {
            failed.show(request, response, refusal.code().category().status());
        }
    }

    private String session(LoggedIn loggedIn, HttpServletRequest request) {
        Person person = persons.loggedIn(loggedIn.identity());
        String agent = request.getHeader("User-Agent");
        String session = sessions.start(
                person.id(),
                loggedIn.identity(),
                loggedIn.idToken(),
                agent == null ? null : agent.substring(0, Math.min(agent.length(), 300)));
        entrances.fire(new PersonEntered(person, loggedIn.identity().ownAddress()));
        return session;
    }
}
