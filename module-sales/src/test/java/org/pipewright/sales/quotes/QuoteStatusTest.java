package org.pipewright.sales.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A quote (S-QUO-02)")
class QuoteStatusTest {

    @ParameterizedTest(name = "that is {0} leads to {1}")
    @CsvSource({
        "DRAFT, IN_REVIEW SENT CANCELLED",
        "IN_REVIEW, DRAFT APPROVED CANCELLED",
        "APPROVED, DRAFT SENT CANCELLED",
        "SENT, ACCEPTED REJECTED EXPIRED CANCELLED SUPERSEDED",
        "ACCEPTED, SENT",
        "REJECTED, SUPERSEDED",
        "EXPIRED, SENT CANCELLED SUPERSEDED",
        "CANCELLED, ''",
        "SUPERSEDED, ''",
    })
    @DisplayName("goes its way and no other")
    void leadsTo(QuoteStatus from, String to) {
        assertThat(Stream.of(QuoteStatus.values()).filter(from::leadsTo).map(Enum::name))
                .containsExactlyInAnyOrder(to.isEmpty() ? new String[0] : to.split(" "));
    }
}
