package org.pipewright.platform.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.util.Set;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Verifies access tokens of programs: signature, issuer, audience, expiry and the client they were issued to. */
@ApplicationScoped
class BearerTokens {

    private static final int SKEW_SECONDS = 60;

    @Inject
    Issuer issuer;

    @Inject
    IdentitySettings settings;

    VerifiedIdentity verified(String token) {
        try {
            JWTClaimsSet claims = processor().process(token, null);
            requireClient(claims.getStringClaim("azp"));
            return VerifiedIdentity.of(claims);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw Issuer.refusal(e);
        }
    }

    private DefaultJWTProcessor<SecurityContext> processor() {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        processor.setJWSKeySelector(issuer.keySelector());
        processor.setJWTClaimsSetVerifier(claims());
        return processor;
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims() {
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                settings.audience(),
                new JWTClaimsSet.Builder().issuer(settings.issuer()).build(),
                Set.of("sub", "exp", "iat"));
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    private void requireClient(String client) {
        if (client == null || !settings.accepts(client)) {
            throw Refusal.of(CoreErrorCode.UNAUTHENTICATED);
        }
    }
}
