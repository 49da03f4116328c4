package org.pipewright.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import com.nimbusds.openid.connect.sdk.validators.LogoutTokenValidator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** The identity provider: its addresses and keys, asked for at first need, so that it may start after us. */
@ApplicationScoped
public class Issuer {

    private static final Logger LOG = Logger.getLogger(Issuer.class.getName());
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int SKEW_SECONDS = 60;
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private final AtomicReference<Known> known = new AtomicReference<>();

    @Inject
    IdentitySettings settings;

    private record Known(OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys) {}

    URI authorization() {
        return known().metadata.getAuthorizationEndpointURI();
    }

    URI token() {
        return known().metadata.getTokenEndpointURI();
    }

    URI endSession() {
        return known().metadata.getEndSessionEndpointURI();
    }

    /** Chooses the key a token was signed with; unsigned tokens and shared secrets are never accepted. */
    JWSVerificationKeySelector<SecurityContext> keySelector() {
        return new JWSVerificationKeySelector<>(ALGORITHMS, known().keys);
    }

    IDTokenValidator idTokens() {
        IDTokenValidator validator = new IDTokenValidator(known().metadata.getIssuer(), client(), keySelector(), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return validator;
    }

    LogoutTokenValidator logoutTokens() {
        LogoutTokenValidator validator =
                new LogoutTokenValidator(known().metadata.getIssuer(), client(), keySelector(), null);
        validator.setMaxClockSkew(SKEW_SECONDS);
        return validator;
    }

    private ClientID client() {
        return new ClientID(settings.clientId());
    }

    /** Whether the provider has answered, now or before; for readiness. */
    public boolean isKnown() {
        try {
            return known() != null;
        } catch (Refusal unreachable) {
            return false;
        }
    }

    private Known known() {
        Known found = known.get();
        if (found == null) {
            found = ask();
            known.set(found);
        }
        return found;
    }

    private Known ask() {
        try {
            OIDCProviderMetadata metadata = OIDCProviderMetadata.resolve(
                    new com.nimbusds.oauth2.sdk.id.Issuer(settings.issuer()), TIMEOUT_MILLIS, TIMEOUT_MILLIS);
            return new Known(metadata, keys(metadata.getJWKSetURI().toURL()));
        } catch (GeneralException | IOException e) {
            LOG.warning(() -> "The identity provider does not answer: " + e.getMessage());
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        }
    }

    private static JWKSource<SecurityContext> keys(URL address) throws MalformedURLException {
        return JWKSourceBuilder.<SecurityContext>create(address)
                .retrying(true)
                .outageTolerant(true)
                .build();
    }

    /** Tells a provider that could not be asked from a token that is bad. */
    static Refusal refusal(Exception failure) {
        boolean unreachable = failure instanceof com.nimbusds.jose.KeySourceException
                || failure instanceof JOSEException && failure.getCause() instanceof IOException;
        return Refusal.of(unreachable ? CoreErrorCode.UNAVAILABLE : CoreErrorCode.UNAUTHENTICATED);
    }
}
