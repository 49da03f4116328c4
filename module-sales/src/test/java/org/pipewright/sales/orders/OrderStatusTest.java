package org.pipewright.sales.orders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("An order (S-ORD-02)")
class OrderStatusTest {

    @ParameterizedTest(name = "that is {0} leads to {1}")
    @CsvSource({
        "DRAFT, CONFIRMED CANCELLED",
        "CONFIRMED, IN_FULFILMENT FULFILLED CHANGING CANCELLED",
        "IN_FULFILMENT, CONFIRMED FULFILLED CHANGING CANCELLED",
        "FULFILLED, CONFIRMED IN_FULFILMENT CHANGING",
        "CHANGING, CONFIRMED",
        "CANCELLED, ''",
        "SUPERSEDED, ''",
    })
    @DisplayName("goes its way and no other; a delivery that is taken back leads back")
    void leadsTo(OrderStatus from, String to) {
        assertThat(Stream.of(OrderStatus.values()).filter(from::leadsTo).map(Enum::name))
                .containsExactlyInAnyOrder(to.isEmpty() ? new String[0] : to.split(" "));
    }
}
