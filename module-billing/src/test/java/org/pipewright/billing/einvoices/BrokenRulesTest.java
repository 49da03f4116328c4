package org.pipewright.billing.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.spi.errors.FieldError;

/** Broken rules are told in words of ours where there are some, with the field to mend (S-EINV-04). */
class BrokenRulesTest {

    @Test
    void namesTheFieldAndFallsBackToTheWordsOfTheStandard() {
        BrokenRules rules = new BrokenRules();
        rules.wording = (language, key) -> key.equals("billing.einvoice.br-co-26") ? "Seller tax number missing" : key;

        List<FieldError> errors = rules.errors(List.of(
                new Finding("BR-CO-26", "[BR-CO-26]-In order for …"),
                new Finding("BR-CO-26", "[BR-CO-26]-In order for …"),
                new Finding("BR-65", "[BR-65]-The Item classification …")));

        assertThat(errors)
                .containsExactly(
                        new FieldError("organisation.taxNumber", "br-co-26", "billing.einvoice.br-co-26"),
                        new FieldError("invoice", "br-65", "[BR-65]-The Item classification …"));
    }
}
