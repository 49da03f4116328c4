package org.pipewright.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.openid.connect.sdk.claims.LogoutTokenClaimsSet;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.text.ParseException;

/** The identity provider tells that somebody has logged out there (OpenID Connect Back-Channel Logout 1.0). */
@WebServlet("/logout/backchannel")
public class BackchannelLogoutServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    transient Issuer issuer;

    @Inject
    transient Sessions sessions;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Cache-Control", "no-store");
        String token = request.getParameter("logout_token");
        if (token == null) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            end(issuer.logoutTokens().validate(JWTParser.parse(token)));
        } catch (ParseException | BadJOSEException | JOSEException e) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        }
    }

    private void end(LogoutTokenClaimsSet claims) {
        if (claims.getSessionID() != null) {
            sessions.endOfProvider(claims.getSessionID().getValue());
        } else {
            sessions.endOfSubject(claims.getSubject().getValue());
        }
    }
}
