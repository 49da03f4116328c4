package org.pipewright.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jwt.JWT;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.ACR;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.logging.Logger;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.identity.LoginAttempts.Attempt;
import org.pipewright.platform.spi.errors.Refusal;

/** The two halves of the code flow with PKCE: the address to send a browser to, and the code it brings back. */
@ApplicationScoped
class CodeExchange {

    private static final Logger LOG = Logger.getLogger(CodeExchange.class.getName());
    private static final int TIMEOUT_MILLIS = 10_000;

    @Inject
    Issuer issuer;

    @Inject
    IdentitySettings settings;

    record LoggedIn(VerifiedIdentity identity, String idToken) {}

    URI addressFor(String state, Attempt attempt, String loginHint, Optional<String> level) {
        AuthenticationRequest.Builder request = new AuthenticationRequest.Builder(
                        ResponseType.CODE, new Scope("openid", "profile", "email"), client(), callback())
                .endpointURI(issuer.authorization())
                .state(new State(state))
                .nonce(new Nonce(attempt.nonce()))
                .codeChallenge(new CodeVerifier(attempt.codeVerifier()), CodeChallengeMethod.S256)
                .loginHint(loginHint);
        level.ifPresent(wanted -> request.acrValues(List.of(new ACR(wanted))));
        return request.build().toURI();
    }

    LoggedIn redeem(String code, Attempt attempt) {
        try {
            JWT idToken = tokens(code, attempt).getOIDCTokens().getIDToken();
            issuer.idTokens().validate(idToken, new Nonce(attempt.nonce()));
            return new LoggedIn(VerifiedIdentity.of(idToken.getJWTClaimsSet()), idToken.serialize());
        } catch (IOException e) {
            LOG.warning(() -> "The identity provider does not answer: " + e.getMessage());
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        } catch (ParseException | java.text.ParseException | BadJOSEException | JOSEException e) {
            LOG.warning(() -> "A log-in was refused: " + e.getMessage());
            throw Issuer.refusal(e);
        }
    }

    private OIDCTokenResponse tokens(String code, Attempt attempt) throws IOException, ParseException {
        AuthorizationCodeGrant grant = new AuthorizationCodeGrant(
                new AuthorizationCode(code), callback(), new CodeVerifier(attempt.codeVerifier()));
        HTTPRequest request = new TokenRequest(
                        issuer.token(), new ClientSecretBasic(client(), new Secret(settings.clientSecret())), grant)
                .toHTTPRequest();
        request.setConnectTimeout(TIMEOUT_MILLIS);
        request.setReadTimeout(TIMEOUT_MILLIS);
        TokenResponse response = OIDCTokenResponseParser.parse(request.send());
        if (!response.indicatesSuccess()) {
            throw new ParseException(response.toErrorResponse().getErrorObject().getCode());
        }
        return (OIDCTokenResponse) response.toSuccessResponse();
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    private URI callback() {
        return URI.create(settings.publicUrl() + "/login/callback");
    }
}
