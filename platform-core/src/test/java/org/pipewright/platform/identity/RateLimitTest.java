package org.pipewright.platform.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Whoever guesses links is soon refused (S-QUO-07). */
class RateLimitTest {

    private final RateLimit limit = new RateLimit();

    @BeforeEach
    void allowSixtyAMinute() {
        limit.settings = new IdentitySettings();
        limit.settings.publicRequests = 60;
    }

    @Test
    void refusesWhatIsBeyondTheLimitOfAThousandGuesses() {
        long refused = IntStream.range(0, 1000).filter(guess -> isRefused()).count();

        assertThat(refused).isEqualTo(940);
    }

    @Test
    void refusesNeitherOtherAddressesNorOtherSurfaces() {
        IntStream.range(0, 1000).forEach(guess -> isRefused());

        assertThatCode(() -> limit.count("link", "192.0.2.2")).doesNotThrowAnyException();
        assertThatCode(() -> limit.count("signup", "192.0.2.1")).doesNotThrowAnyException();
    }

    private boolean isRefused() {
        try {
            limit.count("link", "192.0.2.1");
            return false;
        } catch (Refusal refusal) {
            return refusal.code() == CoreErrorCode.TOO_MANY_REQUESTS;
        }
    }
}
