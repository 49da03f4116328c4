package org.pipewright.billing.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallSignatureTest {

    private static final byte[] BODY = "{\"id\":\"pay_1\"}".getBytes(StandardCharsets.UTF_8);

    /** By {@code openssl dgst -sha256 -hmac whsec_test} over time, point and body. */
    private static final String MARK = "72a410ea2042d800ac22d2c7907141085ac3ee5da6315c83a8d1a43b670d5450";

    private static CallSignature signature(String header) {
        return CallSignature.of(header).orElseThrow();
    }

    @Test
    void isOverTimeAndBody() {
        CallSignature signature = signature("t=1700000000,v1=" + MARK);

        assertThat(signature.isOver(BODY, "whsec_test")).isTrue();
        assertThat(signature.isOver(BODY, "whsec_other")).isFalse();
        assertThat(signature.isOver("{}".getBytes(StandardCharsets.UTF_8), "whsec_test"))
                .isFalse();
        assertThat(signature("t=1700000001,v1=" + MARK).isOver(BODY, "whsec_test"))
                .isFalse();
    }

    @Test
    void mayHaveAMarkByAnotherSecretBesideIt() {
        assertThat(signature("t=1700000000, v1=00ff, v1=" + MARK + ", v0=abc").isOver(BODY, "whsec_test"))
                .isTrue();
    }

    @Test
    void isGoodForFiveMinutesBothWays() {
        CallSignature signature = signature("t=1700000000,v1=" + MARK);

        assertThat(signature.isOf(Instant.ofEpochSecond(1_700_000_300))).isTrue();
        assertThat(signature.isOf(Instant.ofEpochSecond(1_699_999_700))).isTrue();
        assertThat(signature.isOf(Instant.ofEpochSecond(1_700_000_301))).isFalse();
        assertThat(signature.isOf(Instant.ofEpochSecond(1_699_999_699))).isFalse();
    }

    @Test
    void isOfNoTimeThatCannotBe() {
        assertThat(signature("t=" + Long.MIN_VALUE + ",v1=" + MARK).isOf(Instant.EPOCH))
                .isFalse();
        assertThat(signature("t=" + Long.MAX_VALUE + ",v1=" + MARK).isOf(Instant.EPOCH))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1=00", "t=soon,v1=00", "t=1,v1=xyz", "t=1,v1=0", "t=99999999999999999999,v1=00"})
    void isNoneIfItCannotBeRead(String header) {
        assertThat(CallSignature.of(header)).isEmpty();
    }

    @Test
    void withoutAMarkIsOverNothing() {
        assertThat(signature("t=1700000000").isOver(BODY, "whsec_test")).isFalse();
    }
}
