package org.pipewright.billing.bankfiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An entry has the same key each time it is read, and another one than all others (S-PAY-07). */
class EntryKeysTest {

    private static ReadEntry entry(String amount, String text, String bankReference) {
        return new ReadEntry(
                "DE89370400440532013000",
                LocalDate.of(2025, 5, 6),
                new BigDecimal(amount),
                "EUR",
                false,
                "Engines Ltd",
                "",
                "",
                text,
                bankReference,
                false);
    }

    @Test
    void isTheSameEachTime() {
        List<ReadEntry> entries = List.of(entry("1.00", "a", ""), entry("1.00", "a", ""), entry("2", "b", "X"));

        assertThat(EntryKeys.of(entries).keySet())
                .containsExactlyElementsOf(EntryKeys.of(entries).keySet())
                .hasSize(3);
    }

    @Test
    void dependsOnTheBanksReferenceBeforeTheWords() {
        assertThat(EntryKeys.of(List.of(entry("1.00", "a", "X"))).keySet())
                .isEqualTo(EntryKeys.of(List.of(entry("1.0", "b", "X"))).keySet());
        assertThat(EntryKeys.of(List.of(entry("1.00", "a", ""))).keySet())
                .isNotEqualTo(EntryKeys.of(List.of(entry("1.00", "b", ""))).keySet());
    }

    @Test
    void isAnotherOneForAnotherAmountUnderTheSameReference() {
        assertThat(EntryKeys.of(List.of(entry("1.00", "a", "X"))).keySet())
                .isNotEqualTo(EntryKeys.of(List.of(entry("2.00", "a", "X"))).keySet());
    }
}
