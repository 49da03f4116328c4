package org.pipewright.billing.providers;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.payments.AmountDue;

class PageAddressTest {

    @Test
    void hasWhatIsDueInItsPlaces() {
        AmountDue due = new AmountDue("R 1/ä", Money.of(new BigDecimal("1200.50"), "EUR"));

        assertThat(PageAddress.of("https://pay.example/{number}?a={amount}&c={currency}", due))
                .contains(URI.create("https://pay.example/R%201%2F%C3%A4?a=1200.50&c=EUR"));
    }

    @Test
    void isGoodWithoutPlaces() {
        assertThat(PageAddress.isGood("https://pay.example/acme")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pay.example",
                "javascript:alert(1)",
                "https:///x",
                "https://a b",
                "pay.example",
                "https://{x}"
            })
    void isNoneThatAnybodyReadsAlong(String page) {
        assertThat(PageAddress.isGood(page)).isFalse();
    }
}
