package org.pipewright.platform.taxes;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** Rates of countries with which the codes of a new tenant begin; the tenant looks after them from then on. */
final class CountryRates {

    /** Begin of the present rates, standard and reduced rate. */
    private static final Map<String, String> PRESENT = Map.ofEntries(
            Map.entry("AT", "2016-01-01 20 10"),
            Map.entry("BE", "2000-01-01 21 6"),
            Map.entry("CH", "2024-01-01 8.1 2.6"),
            Map.entry("CZ", "2024-01-01 21 12"),
            Map.entry("DE", "2021-01-01 19 7"),
            Map.entry("DK", "1992-01-01 25"),
            Map.entry("ES", "2012-09-01 21 10"),
            Map.entry("FR", "2014-01-01 20 5.5"),
            Map.entry("GB", "2011-01-04 20 5"),
            Map.entry("IE", "2021-03-01 23 13.5"),
            Map.entry("IT", "2013-10-01 22 10"),
            Map.entry("LU", "2024-01-01 17 8"),
            Map.entry("NL", "2019-01-01 21 9"),
            Map.entry("PL", "2011-01-01 23 8"),
            Map.entry("PT", "2011-01-01 23 13"),
            Map.entry("SE", "2000-01-01 25 12"));

    private final String[] words;

    private CountryRates(String words) {
        this.words = words.split(" ");
    }

    static Optional<CountryRates> of(String country) {
        return Optional.ofNullable(PRESENT.get(country)).map(CountryRates::new);
    }

    LocalDate validFrom() {
        return LocalDate.parse(words[0]);
    }

    BigDecimal standard() {
        return new BigDecimal(words[1]);
    }

    Optional<BigDecimal> reduced() {
        return words.length > 2 ? Optional.of(new BigDecimal(words[2])) : Optional.empty();
    }
}
