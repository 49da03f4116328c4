package org.pipewright.platform.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.platform.accounts.TaxNumberStanding.PLAUSIBLE;
import static org.pipewright.platform.accounts.TaxNumberStanding.WRONG_CHECK_DIGIT;
import static org.pipewright.platform.accounts.TaxNumberStanding.WRONG_FORMAT;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the form of a tax number tells (S-ACC-12). */
class TaxNumbersTest {

    private static Optional<TaxNumberStanding> standing(String number) {
        return TaxNumbers.standing(number, Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585627",
                "BE0428759497",
                "CHE-107.787.577 IVA",
                "DE136695976",
                "de 136 695 976",
                "DK13585628",
                "EE100931558",
                "GR094259216",
                "ESA28015865",
                "ES54362315K",
                "ESX2482300W",
                "FI20774740",
                "FR40303265045",
                "GB980780684",
                "HR33392005961",
                "HU12892312",
                "IE6433435F",
                "IT00743110157",
                "LU15027442",
                "MT11679112",
                "NL004495445B01",
                "PL8567346215",
                "PT501964843",
                "SE556036079301",
                "SI50223054",
                "SK2022749619"
            })
    void takesNumbersWhoseCheckDigitFits(String number) {
        assertThat(standing(number)).contains(PLAUSIBLE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ATU13585626",
                "BE0428759496",
                "CHE107787578",
                "DE136695978",
                "DK13585627",
                "ES54362315Z",
                "FR40303265046",
                "GB980780685",
                "IT00743110158",
                "NL004495446B01",
                "PL8567346216",
                "PT501964844"
            })
    void noticesAWrongCheckDigit(String number) {
        assertThat(standing(number)).contains(WRONG_CHECK_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"DE12345", "ATU1", "NL004495445", "DE"})
    void noticesAWrongLength(String number) {
        assertThat(standing(number + "X")).contains(WRONG_FORMAT);
    }

    @Test
    void looksAtANumberWithoutLettersAsOneOfTheCountryOfTheAddress() {
        assertThat(TaxNumbers.standing("136695976", Optional.of("DE"))).contains(PLAUSIBLE);
        assertThat(TaxNumbers.standing("136695978", Optional.of("DE"))).contains(WRONG_CHECK_DIGIT);
    }

    @Test
    void saysNothingOfNumbersItKnowsNothingAbout() {
        assertThat(TaxNumbers.standing("12/345/67890", Optional.of("DE"))).isEmpty();
        assertThat(TaxNumbers.standing("12-3456789", Optional.of("US"))).isEmpty();
        assertThat(standing("4711")).isEmpty();
    }
}
