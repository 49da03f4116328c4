package org.pipewright.deploy.product;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Calls as providers of payments sign them. */
public final class SignedCall {

    private static final String MAC = "HmacSHA256";

    private SignedCall() {}

    /** Where a provider of the tenant calls. */
    public static String path(String tenant, String provider) {
        return "/api/callbacks/" + tenant + "/payment-providers/" + provider;
    }

    /** A call with that body, signed now. */
    public static Call of(String path, String secret, String body) {
        return of(path, secret, body, Instant.now());
    }

    /** The same, signed at another time. */
    public static Call of(String path, String secret, String body, Instant at) {
        return Call.of("POST", path)
                .with("application/json", body)
                .header("Pipewright-Signature", "t=" + at.getEpochSecond() + ",v1=" + mark(secret, at, body));
    }

    private static String mark(String secret, Instant at, String body) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            String signed = at.getEpochSecond() + "." + body;
            return HexFormat.of().formatHex(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
