package org.pipewright.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboxDeliveryTest {

    @ParameterizedTest(name = "after {0} failures wait {1} s")
    @CsvSource({"0, 2", "1, 4", "5, 64", "10, 2048", "11, 3600", "1000, 3600"})
    void waitsTwiceAsLongAfterEachFailureUpToAnHour(int failures, long seconds) {
        assertThat(OutboxDelivery.delayAfter(failures)).hasSeconds(seconds);
    }
}
