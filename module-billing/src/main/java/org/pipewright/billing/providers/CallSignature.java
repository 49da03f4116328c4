package org.pipewright.billing.providers;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What stands in the header of a signed call: {@code t=<seconds>,v1=<hex>}. Signed is the time, a point, and the body byte
 * by byte (HMAC-SHA-256), so that neither is changed on the way, and an old call is told from a new one. While a secret is
 * replaced there may be a second {@code v1}.
 *
 * @param time of the signature, in seconds since 1970
 * @param marks each of which may be the one
 */
record CallSignature(long time, List<byte[]> marks) {

    /** How far the clock of the provider may be off, and how long a call may be under way. */
    private static final Duration WINDOW = Duration.ofMinutes(5);

    private static final String MAC = "HmacSHA256";
    private static final int LONGEST = 1000;

    /** What the header says; none if that is no signature. */
    static Optional<CallSignature> of(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            Long time = null;
            List<byte[]> marks = new ArrayList<>();
            for (String part : header.split(",")) {
                String text = part.strip();
                if (text.startsWith("t=")) {
                    time = Long.valueOf(text.substring(2));
                } else if (text.startsWith("v1=")) {
                    marks.add(HexFormat.of().parseHex(text.substring(3)));
                }
            }
            return time == null ? Optional.empty() : Optional.of(new CallSignature(time, marks));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether one of the marks was made with the secret over the time and this body. */
    boolean isOver(byte[] body, String secret) {
        byte[] expected = mark(body, secret);
        return marks.stream().anyMatch(mark -> MessageDigest.isEqual(mark, expected));
    }

    /** Whether it was made about then. */
    boolean isOf(Instant then) {
        return Math.abs(Math.subtractExact(then.getEpochSecond(), bounded())) <= WINDOW.toSeconds();
    }

    /** No clock is off by more than this, and the difference of two such numbers is one. */
    private long bounded() {
        return Math.max(Instant.MIN.getEpochSecond(), Math.min(Instant.MAX.getEpochSecond(), time));
    }

    private byte[] mark(byte[] body, String secret) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), MAC));
            mac.update((time + ".").getBytes(StandardCharsets.US_ASCII));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + MAC, e);
        }
    }
}
