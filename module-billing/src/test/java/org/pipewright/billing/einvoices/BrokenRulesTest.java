package org.pipewright.billing.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.platform.spi.errors.FieldError;

/** Broken rules are told in words of ours where there are some, with the field to mend (S-EINV-04). */
class BrokenRulesTest {

    @Test
    void namesTheFieldAndFallsBackToTheWordsOfTheStandard() {
        BrokenRules rules = new BrokenRules();
        rules.wording = (language, key) -> key.equals("billing.einvoice.br-co-26") ? "Seller tax number missing" : key;

        List<FieldError> errors = rules.errors(
                List.of(
                        new Finding("BR-CO-26", "[BR-CO-26]-In order for …"),
                        new Finding("BR-CO-26", "[BR-CO-26] In the other form"),
                        new Finding("BR-65", "[BR-65]-The Item classification …")),
                false);

        assertThat(errors)
                .containsExactly(
                        new FieldError("organisation.taxNumber", "br-co-26", "billing.einvoice.br-co-26"),
                        new FieldError("invoice", "br-65", "[BR-65]-The Item classification …"));
    }

    @ParameterizedTest
    @CsvSource({
        "BR-CO-26, supplier.taxNumber, billing.einvoice.self-billed.br-co-26",
        "BR-08, supplier.addresses, billing.einvoice.self-billed.br-08",
        "BR-09, supplier.addresses, billing.einvoice.self-billed.br-09",
        "BR-10, organisation.street, billing.einvoice.self-billed.br-10",
        "BR-DE-1, agreement.iban, billing.einvoice.self-billed.br-de-1",
        "BR-DE-15, buyerReference, billing.einvoice.self-billed.br-de-15",
        "BR-S-02, supplier.taxNumber, billing.einvoice.br-s-02",
        "BR-16, lines, billing.einvoice.br-16",
        "PEPPOL-EN16931-R010, organisation.taxNumber, billing.einvoice.self-billed.peppol-en16931-r010",
        "PEPPOL-EN16931-R020, supplier.taxNumber, billing.einvoice.peppol-en16931-r020"
    })
    void namesTheOtherSideWhereTheBuyerWrites(String rule, String field, String text) {
        BrokenRules rules = new BrokenRules();
        JsonObject texts = texts();
        rules.wording = (language, key) -> texts.getString(key, key);

        assertThat(rules.errors(List.of(new Finding(rule, "Words of the standard")), true))
                .containsExactly(new FieldError(field, rule.toLowerCase(Locale.ROOT), text));
    }

    private static JsonObject texts() {
        try (JsonReader reader = Json.createReader(
                BrokenRules.class.getResourceAsStream("/META-INF/pipewright/texts/billing.en.json"))) {
            return reader.readObject();
        }
    }
}
