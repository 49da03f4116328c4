package org.pipewright.deploy.browser;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Somebody's app for one-time codes (RFC 6238: HMAC-SHA-1, six digits, 30 seconds); each code is given out once. */
final class OneTimeCodes {

    private static final int SECONDS = 30;
    private static final int SIX_DIGITS = 1_000_000;

    private final byte[] secret;
    private long last;

    OneTimeCodes(String secret) {
        this.secret = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** A code that is good now and was not given out before; the one of the next step is good a step early. */
    String next() {
        last = Math.max(last + 1, Instant.now().getEpochSecond() / SECONDS);
        return "%06d".formatted(number(last));
    }

    private int number(long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0x0f;
            return (ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE) % SIX_DIGITS;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
