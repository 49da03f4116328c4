package org.pipewright.platform.identity;

import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.Optional;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Ends the session here and then at the identity provider. A form is sent on there; a script that asks for JSON is told
 * the address to go to.
 */
@WebServlet("/logout")
public class LogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Credentials credentials;

    @Inject
    transient Sessions sessions;

    @Inject
    transient Cookies cookies;

    @Inject
    transient Issuer issuer;

    @Inject
    transient IdentitySettings settings;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!credentials.isSameOrigin(request)) {
            throw Refusal.of(CoreErrorCode.CROSS_SITE);
        }
        Optional<String> idToken = cookies.session(request).map(Secrets::hash).flatMap(sessions::end);
        cookies.clearSession(response);
        response.setHeader("Cache-Control", "no-store");
        onward(idToken.map(this::providersLogout).orElse(settings.publicUrl() + "/"), request, response);
    }

    private String providersLogout(String idToken) {
        try {
            JWT hint = JWTParser.parse(idToken);
            return new LogoutRequest(issuer.endSession(), hint, URI.create(settings.publicUrl() + "/"), null)
                    .toURI()
                    .toString();
        } catch (ParseException | Refusal withoutProvider) {
            return settings.publicUrl() + "/";
        }
    }

    private static void onward(String address, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String accept = request.getHeader("Accept");
        if (accept != null && accept.contains("application/json")) {
            response.setContentType("application/json");
            String body =
                    Json.createObjectBuilder().add("location", address).build().toString();
            response.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        } else {
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
            response.setHeader("Location", address);
        }
    }
}
