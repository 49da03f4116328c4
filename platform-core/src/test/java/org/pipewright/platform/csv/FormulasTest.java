package org.pipewright.platform.csv;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|' /C calc'!A0", "+49 30 1234", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "'=1"})
    void putsAnApostropheBeforeWhatCouldRun(String text) {
        assertThat(Formulas.neutralised(text)).isEqualTo("'" + text);
    }

    @Test
    void leavesOtherTextAlone() {
        assertThat(Formulas.neutralised("O'Neill = friend")).isEqualTo("O'Neill = friend");
        assertThat(Formulas.plain("'tis fine")).isEqualTo("'tis fine");
    }

    @Property
    void givesBackWhatWasNeutralised(@ForAll String text) {
        assertThat(Formulas.plain(Formulas.neutralised(text))).isEqualTo(text);
    }

    @Property
    void neverLeavesAFormula(@ForAll String text) {
        assertThat(Formulas.neutralised("=" + text)).startsWith("'");
    }
}
