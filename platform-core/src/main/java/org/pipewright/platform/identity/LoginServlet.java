package org.pipewright.platform.identity;

import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.pipewright.platform.identity.LoginAttempts.Attempt;

/** Sends a browser to the identity provider. */
@WebServlet("/login")
public class LoginServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final Pattern LEVEL = Pattern.compile("[A-Za-z0-9:._/-]{1,100}");

    @Inject
    transient LoginAttempts attempts;

    @Inject
    transient CodeExchange exchange;

    @Inject
    transient Cookies cookies;

    @Inject
    transient RateLimit limit;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        limit.count("login", request.getRemoteAddr());
        String state = Secrets.random();
        String browser = cookies.login(request).orElseGet(Secrets::random);
        Attempt attempt = new Attempt(
                Secrets.random(), new CodeVerifier().getValue(), ReturnTo.checked(request.getParameter("returnTo")));
        String address = exchange.addressFor(state, attempt, request.getParameter("loginHint"), level(request))
                .toString();
        attempts.begin(state, browser, attempt);
        cookies.setLogin(response, browser);
        response.setHeader("Cache-Control", "no-store");
        response.sendRedirect(address);
    }

    /** The level a tenant asked for, which is passed on to the identity provider. */
    private static Optional<String> level(HttpServletRequest request) {
        return Optional.ofNullable(request.getParameter("level")).filter(LEVEL.asMatchPredicate());
    }
}
