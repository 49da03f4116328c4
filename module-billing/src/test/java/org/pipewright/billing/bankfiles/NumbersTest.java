package org.pipewright.billing.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers of documents in what people write (S-PAY-07). */
class NumbersTest {

    @ParameterizedTest
    @CsvSource({
        "Invoice INV-2025-102, true",
        "inv2025102 thank you, true",
        "INV-2025 -102, true",
        "INV-2025-1023, false",
        "XINV-2025-102, false",
        "INV-2025-10, false"
    })
    void areFoundWhateverIsInBetween(String text, boolean named) {
        assertThat(Numbers.names(text, "INV-2025-102")).isEqualTo(named);
    }
}
