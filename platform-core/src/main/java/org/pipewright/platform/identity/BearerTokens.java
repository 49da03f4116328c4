package org.pipewright.platform.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import java.nio.ByteBuffer;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Verifies access tokens of programs: signature, issuer, audience, expiry and the client they were issued to. A token
 * found good is trusted for a minute without checking its signature again, never beyond its own end; kept is only its
 * hash.
 */
@ApplicationScoped
class BearerTokens {

    private static final int SKEW_SECONDS = 60;

    private static final Duration TRUST = Duration.ofMinutes(1);

    private final Cache<ByteBuffer, Verified> known =
            Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(TRUST).build();

    private record Verified(VerifiedIdentity identity, Instant until) {}

    @Inject
    Issuer issuer;

    @Inject
    IdentitySettings settings;

    VerifiedIdentity verified(String token) {
        ByteBuffer key = ByteBuffer.wrap(Secrets.hash(token));
        Verified found = known.getIfPresent(key);
        if (found == null || !Instant.now().isBefore(found.until())) {
            found = verify(token);
            known.put(key, found);
        }
        return found.identity();
    }

    private Verified verify(String token) {
        try {
            JWTClaimsSet claims = processor().process(token, null);
            requireClient(claims.getStringClaim("azp"));
            return new Verified(
                    VerifiedIdentity.of(claims), claims.getExpirationTime().toInstant());
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
