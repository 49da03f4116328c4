package org.pipewright.billing.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A subscription (S-INV-10)")
class SubscriptionStatusTest {

    @ParameterizedTest(name = "that is {0} leads to {1}")
    @CsvSource({"DRAFT, ACTIVE", "ACTIVE, PAUSED ENDED", "PAUSED, ACTIVE ENDED", "ENDED, ''"})
    @DisplayName("goes its way and no other")
    void leadsTo(SubscriptionStatus from, String to) {
        assertThat(Stream.of(SubscriptionStatus.values()).filter(from::leadsTo).map(Enum::name))
                .containsExactlyInAnyOrder(to.isEmpty() ? new String[0] : to.split(" "));
    }

    @ParameterizedTest(name = "that is {0} is invoiced: {1}")
    @CsvSource({"DRAFT, false", "ACTIVE, true", "PAUSED, true", "ENDED, false"})
    @DisplayName("is invoiced while it runs, also what was used before a pause")
    void isInvoiced(SubscriptionStatus status, boolean running) {
        assertThat(status.isRunning()).isEqualTo(running);
    }
}
