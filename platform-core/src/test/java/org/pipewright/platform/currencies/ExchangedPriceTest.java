package org.pipewright.platform.currencies;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A price that was converted")
class ExchangedPriceTest {

    @ParameterizedTest(name = "{0} of {1} becomes {2}: {4} {3}")
    @DisplayName("is rounded to the coin, unless coins count or it was finer before (S-CUR-07)")
    @CsvSource({
        "49.90,  EUR, 54.07663,    USD, 54.08",
        "10.00,  EUR, 1626.01626,  JPY, 1626",
        "0.30,   EUR, 48.780487,   JPY, 48.7805",
        "10.000, EUR, 3.3333333,   KWD, 3.333",
        "100,    TZS, 0.03851234,  USD, 0.0385",
        "0.0123, EUR, 15.375,      KRW, 15.3750",
        "12.345, EUR, 246.9,       MXN, 246.9000",
        "12.345, KWD, 40.70815,    USD, 40.71",
        "0,      EUR, 0,           USD, 0.0000"
    })
    void isRounded(BigDecimal price, String from, BigDecimal exact, String to, BigDecimal expected) {
        assertThat(ExchangedPrice.rounded(exact, to, ExchangedPrice.isFine(price, from)))
                .isEqualTo(expected);
    }
}
