package org.pipewright.billing.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tables of banks (S-PAY-07). */
class CsvColumnsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {"1.234,56; 1234.56", "1,234.56; 1234.56", "-12,5; -12.5", "7; 7", "1'000.00 EUR; 1000.00"})
    void readsAmountsAsTheyAreWrittenAnywhere(String told, BigDecimal amount) {
        assertThat(CsvColumns.amount(told)).isEqualByComparingTo(amount);
    }

    @ParameterizedTest
    @CsvSource({"2025-05-06", "06.05.2025", "06.05.25", "06/05/2025"})
    void readsDays(String told) {
        assertThat(CsvColumns.day(told)).isEqualTo(LocalDate.of(2025, 5, 6));
    }

    @Test
    void knowsColumnsByTheirUsualNames() {
        Map<String, String> row = Map.of(
                "Auftragskonto", "DE89370400440532013000",
                "Buchungstag", "06.05.25",
                "Betrag", "-119,00",
                "Waehrung", "eur",
                "Beguenstigter/Zahlungspflichtiger", "Engines Ltd",
                "Kontonummer/IBAN", "DE02 1203 0000 0000 2020 51",
                "Verwendungszweck", "INV-2025-102");

        assertThat(new CsvColumns("USD").entries(List.of(row)))
                .containsExactly(new ReadEntry(
                        "DE89370400440532013000",
                        LocalDate.of(2025, 5, 6),
                        new BigDecimal("119.00"),
                        "EUR",
                        true,
                        "Engines Ltd",
                        "DE02120300000000202051",
                        "",
                        "INV-2025-102",
                        "",
                        false));
    }

    @Test
    void asksForDayAndAmount() {
        CsvColumns columns = new CsvColumns("EUR");

        assertThatThrownBy(() -> columns.entries(List.of(Map.of("Amount", "1"))))
                .hasMessage("no-columns");
    }
}
