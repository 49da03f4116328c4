package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

/** How long things may take that take a while. */
final class Patience {

    static final Duration SOON = Duration.ofSeconds(5);
    static final Duration A_MINUTE = Duration.ofSeconds(60);
    static final Duration TWO_MINUTES = Duration.ofSeconds(120);

    private Patience() {}

    /** Asks until it holds; fails with the description when it does not in time. */
    static void within(Duration patience, String description, BooleanSupplier condition) {
        Instant end = Instant.now().plus(patience);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as(description).isBefore(end);
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
