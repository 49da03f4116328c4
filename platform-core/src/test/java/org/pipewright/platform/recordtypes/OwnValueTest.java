package org.pipewright.platform.recordtypes;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.platform.spi.money.Money;

class OwnValueTest {

    static Stream<Arguments> values() {
        return Stream.of(
                Arguments.of(FieldKind.TEXT, "text"),
                Arguments.of(FieldKind.INTEGER, -7L),
                Arguments.of(FieldKind.DECIMAL, new BigDecimal("2.5")),
                Arguments.of(FieldKind.BOOLEAN, false),
                Arguments.of(FieldKind.DATE, LocalDate.of(2026, 2, 28)),
                Arguments.of(FieldKind.REFERENCE, UUID.fromString("0199aaaa-0000-7000-8000-000000000001")),
                Arguments.of(
                        FieldKind.FILE,
                        new FileValue(UUID.fromString("0199aaaa-0000-7000-8000-000000000002"), "Contract.pdf")),
                Arguments.of(FieldKind.CHOICES, List.of("A", "B")));
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsWhatItWrote(FieldKind kind, Object value) {
        assertThat(OwnValue.read(kind, OwnValue.written(value))).isEqualTo(value);
    }

    @Test
    void keepsAnAmountWithItsCurrencyAndItsBase() {
        Money money = Money.of(new BigDecimal("10.50"), "USD").withBase(new BigDecimal("9.1000"));

        Money read = (Money) OwnValue.read(FieldKind.MONEY, OwnValue.written(money));

        assertThat(read.amount()).isEqualByComparingTo("10.50");
        assertThat(read.currency()).isEqualTo("USD");
        assertThat(read.base()).contains(new BigDecimal("9.1000"));
    }

    @Test
    void keepsAFileWithItsName() {
        FileValue file = new FileValue(UUID.fromString("0199aaaa-0000-7000-8000-000000000002"), "Contract.pdf");

        FileValue read = (FileValue) OwnValue.read(FieldKind.FILE, OwnValue.written(file));

        assertThat(read.title()).isEqualTo("Contract.pdf");
        assertThat(OwnValue.sql(FieldKind.FILE, "t.own", "ownFile")).isEqualTo("(t.own -> 'ownFile' ->> 'title')");
    }

    @Test
    void keepsNothingForNoValue() {
        assertThat(OwnValue.written(null)).isEqualTo(JsonValue.NULL);
        assertThat(OwnValue.read(FieldKind.DATE, JsonValue.NULL)).isNull();
    }

    @Test
    void ordersNumbersInTheIndexAsTheyAre() {
        List<BigDecimal> numbers = Stream.of(
                        "-900000000000000", "-10", "-9.5", "0", "0.0001", "9", "10", "900000000000000")
                .map(BigDecimal::new)
                .toList();

        assertThat(numbers).isSortedAccordingTo(Comparator.comparing(OwnValue::form));
    }

    @Test
    void ignoresTheCaseOfTextInTheIndex() {
        assertThat(OwnValue.form("AbC")).isEqualTo(OwnValue.form("aBc"));
    }
}
