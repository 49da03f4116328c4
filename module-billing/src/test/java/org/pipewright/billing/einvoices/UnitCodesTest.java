package org.pipewright.billing.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units that people write have codes; what has none stays, for the rules to name (S-EINV-08). */
class UnitCodesTest {

    @ParameterizedTest
    @CsvSource({
        "Stück, C62",
        "Std., HUR",
        "hours, HUR",
        "' KG ', KGM",
        "m², MTK",
        "Lump sum, LS",
        "KGM, KGM",
        "box of six, box of six",
        "., ."
    })
    void toldInWords(String unit, String code) {
        assertThat(UnitCodes.of(unit)).isEqualTo(code);
    }
}
