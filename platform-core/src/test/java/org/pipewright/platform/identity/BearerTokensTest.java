package org.pipewright.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.platform.spi.errors.Refusal;

/** Tokens that are good but for one thing (S-AUTH-02). */
class BearerTokensTest {

    private static final String ISSUER = "https://login.example/realms/pipewright";
    private static final RSAKey KEY = key("ours");
    private static final RSAKey OTHER_KEY = key("ours");

    private final BearerTokens tokens = new BearerTokens();

    BearerTokensTest() {
        tokens.settings = new IdentitySettings();
        tokens.settings.issuer = ISSUER;
        tokens.settings.audience = "pipewright";
        tokens.settings.apiClients = Optional.of("shop, erp");
        tokens.issuer = new Issuer() {
            @Override
            JWSVerificationKeySelector<SecurityContext> keySelector() {
                return new JWSVerificationKeySelector<>(
                        JWSAlgorithm.RS256, new ImmutableJWKSet<>(new JWKSet(KEY.toPublicJWK())));
            }
        };
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JWTClaimsSet.Builder good() {
        Instant now = Instant.now();
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience("pipewright")
                .subject("somebody")
                .claim("azp", "shop")
                .claim("acr", "1")
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)));
    }

    private static String signed(JWTClaimsSet claims, RSAKey key) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("ours").build(), claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Signed by the public key as if it were a shared secret. */
    private static String confused(JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("ours").build(), claims);
            token.sign(new MACSigner(KEY.toRSAPublicKey().getEncoded()));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Arguments bad(String what, UnaryOperator<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, signed(change.apply(good()).build(), KEY));
    }

    static Stream<Arguments> badTokens() {
        Instant now = Instant.now();
        return Stream.of(
                bad("wrong audience", claims -> claims.audience("account")),
                bad("no audience", claims -> claims.audience((String) null)),
                bad("other issuer", claims -> claims.issuer("https://login.example/realms/other")),
                bad("no issuer", claims -> claims.issuer(null)),
                bad("expired", claims -> claims.expirationTime(Date.from(now.minusSeconds(120)))),
                bad("no expiry", claims -> claims.expirationTime(null)),
                bad("not yet valid", claims -> claims.notBeforeTime(Date.from(now.plusSeconds(120)))),
                bad("no subject", claims -> claims.subject(null)),
                bad("issued to another client", claims -> claims.claim("azp", "game")),
                bad("issued to no client", claims -> claims.claim("azp", null)),
                Arguments.of("alg: none", new PlainJWT(good().build()).serialize()),
                Arguments.of("signed by another key", signed(good().build(), OTHER_KEY)),
                Arguments.of("signed by the public key", confused(good().build())),
                Arguments.of("no token", "nothing"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badTokens")
    void refusesATokenThatIsGoodButForOneThing(String what, String token) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tokens.verified(token))
                .satisfies(refusal ->
                        assertThat(refusal.code().category().status()).isEqualTo(401));
    }

    @Test
    void takesAGoodToken() {
        VerifiedIdentity identity = tokens.verified(signed(good().build(), KEY));

        assertThat(identity.subject()).isEqualTo("somebody");
        assertThat(identity.level()).isEqualTo("1");
    }

    @Test
    void allowsAMinuteOfClockSkew() {
        JWTClaimsSet late =
                good().expirationTime(Date.from(Instant.now().minusSeconds(30))).build();

        assertThat(tokens.verified(signed(late, KEY)).subject()).isEqualTo("somebody");
    }
}
