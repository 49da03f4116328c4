package org.pipewright.platform.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellTextTest {

    @ParameterizedTest(name = "{0} with sign {1} is {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "1234.5 | '' | 1234.5",
                "1,234.50 | '' | 1234.50",
                "1.234,50 | '' | 1234.50",
                "1.234.567 | '' | 1234567",
                "1,234 | '' | 1234",
                "1,5 | '' | 1.5",
                "1.234 | ',' | 1234",
                "1,234 | . | 1234",
                "1 234,5 | , | 1234.5",
                "-7 | '' | -7",
                "$1,100.04 | '' | 1100.04",
                "99 EUR | '' | 99",
                "12 % | '' | 12",
                "1'000.25 | '' | 1000.25",
                "12abc | '' | -",
                "1.2.3 | . | -",
            })
    void readsNumbers(String cell, String sign, String expected) {
        assertThat(CellText.number(cell, sign).map(BigDecimal::toPlainString).orElse(null))
                .isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0} by {1} is {2}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "2017-03-01 | yyyy-MM-dd | 2017-03-01",
                "1.3.2017 | d.M.yyyy | 2017-03-01",
                "03/01/2017 | M/d/yyyy | 2017-03-01",
                "1.3.17 | d.M.yy | 2017-03-01",
                "1 mar 2017 | d MMM yyyy | 2017-03-01",
                "1 März 2017 | d MMM yyyy | 2017-03-01",
                "1 mars 2017 | d MMM yyyy | -",
                "2017-03-01T10:00:00Z | yyyy-MM-dd | 2017-03-01",
                "2017-02-30 | yyyy-MM-dd | -",
                "soon | yyyy-MM-dd | -",
            })
    void readsDays(String cell, String pattern, String expected) {
        assertThat(CellText.day(cell, pattern).map(LocalDate::toString).orElse(null))
                .isEqualTo(expected);
    }

    @Test
    void meansTimesWithoutAZoneInTheTenants() {
        assertThat(CellText.moment("2017-07-01 10:00", "yyyy-MM-dd", ZoneId.of("Europe/Berlin")))
                .hasValueSatisfying(moment -> assertThat(moment.toInstant()).hasToString("2017-07-01T08:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "JA", "x", "1", "True"})
    void readsYes(String cell) {
        assertThat(CellText.yesOrNo(cell)).contains(true);
    }

    @Test
    void readsCountriesByCodeAndByNameInTheLanguagesOfTheProduct() {
        assertThat(CellText.country("de")).contains("DE");
        assertThat(CellText.country("United States")).contains("US");
        assertThat(CellText.country("Österreich")).contains("AT");
        assertThat(CellText.country("Philipines")).isEmpty();
        assertThat(CellText.country("Autriche")).isEmpty();
    }

    @Test
    void tellsDaysOfAColumnFromAllItsCells() {
        assertThat(ColumnFormats.days(List.of("03/04/2017", "12/31/2017", ""))).contains("M/d/yyyy");
        assertThat(ColumnFormats.days(List.of("03/04/2017", "31/12/2017"))).contains("d/M/yyyy");
        assertThat(ColumnFormats.days(List.of("Acme", "2017-01-01", "Globex"))).isEmpty();
    }

    @Test
    void tellsTheDecimalSignOfAColumnFromAllItsCells() {
        assertThat(ColumnFormats.decimals(List.of("1.234", "12,50"))).contains(",");
        assertThat(ColumnFormats.decimals(List.of("1,234", "12.50"))).contains(".");
        assertThat(ColumnFormats.decimals(List.of("1234", "12"))).isEmpty();
    }
}
