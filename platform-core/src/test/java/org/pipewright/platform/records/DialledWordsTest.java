package org.pipewright.platform.records;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DialledWordsTest {

    @Test
    void isTheSameNumberFromAbroadAndAtHome() {
        assertThat(DialledWords.of("+49 30 123456", "DE")).containsExactly("4930123456", "030123456");
        assertThat(DialledWords.of("030/12 34 56", "DE")).containsExactly("4930123456", "030123456");
        assertThat(DialledWords.of("0049 (30) 123456", "DE")).containsExactly("4930123456", "030123456");
    }

    @Test
    void leavesWordsAndPlainNumbersAlone() {
        assertThat(DialledWords.of("Deal 1234", "DE")).isEmpty();
        assertThat(DialledWords.of("123456", "DE")).isEmpty();
        assertThat(DialledWords.of("020 %", "DE")).isEmpty();
    }
}
