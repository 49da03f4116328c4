package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** Whoever puts an amount into another currency in a form is asked what becomes of the numbers (S-CUR-07). */
class CurrencyStoryIT {

    private static final String ASKED = "Into EUR: what becomes of the numbers?";

    private static Selling selling;

    @BeforeAll
    static void reckonInTwoCurrencies() {
        selling = new Selling("Two Coins");
        selling.done(Call.put(
                selling.path("currencies/EUR"),
                Json.createObjectBuilder()
                        .add("active", true)
                        .add("preferred", false)
                        .build()));
        selling.made(
                "exchange-rates",
                Json.createObjectBuilder()
                        .add("currency", "EUR")
                        .add("validFrom", "2026-01-01")
                        .add("rate", "1.25")
                        .add("source", "Test")
                        .build());
    }

    @Test
    void aDealIsConvertedWithItsLines() {
        String deal = selling.deal("Converted", "100.00");
        saveLine(deal, "10.00");
        try (Window mavis = selling.window()) {
            intoEuro(mavis, "opportunities/" + deal, "amount");
            Locator asked = Selling.dialog(mavis, ASKED);
            assertThat(asked).containsText("Its lines and all its other amounts go with it.");
            assertThat(asked).containsText("€80.00");
            Looks.good(mavis, "currency-asked");
            Selling.press(asked, "Convert");

            mavis.shows("Saved");
            assertThat(selling.read("opportunities/" + deal).getJsonObject("amount"))
                    .isEqualTo(Selling.money("80.00", "EUR"));
            assertThat(linePrice(deal)).isEqualTo(Selling.money("8.00", "EUR"));
        }
    }

    @Test
    void aQuoteIsConvertedWithItsLines() {
        String quote = selling.made(
                "quotes",
                Json.createObjectBuilder()
                        .add("name", "Chairs")
                        .add("account", selling.made("accounts", "name", "Sitting Ltd"))
                        .build());
        saveParts("quotes/" + quote + "/quote-lines", Json.createValue("9.99"));
        try (Window mavis = selling.window()) {
            mavis.open("quotes/" + quote);
            mavis.button("Edit").first().click();
            Selling.choose(mavis, mavis.dialog(), "Currency", "EUR – Euro");
            Selling.press(mavis.dialog(), "Save");
            Locator asked = Selling.dialog(mavis, ASKED);
            assertThat(asked).containsText("≈ €23.98");
            Selling.press(asked, "Convert");

            mavis.shows("Saved");
            assertThat(selling.read("quotes/" + quote).getJsonObject("total")).isEqualTo(Selling.money("23.97", "EUR"));
        }
    }

    @Test
    void theNumbersOfADealAreKeptIfTheCurrencyWasWrong() {
        String deal = selling.deal("Kept", "100.00");
        saveLine(deal, "10.00");
        try (Window mavis = selling.window()) {
            intoEuro(mavis, "opportunities/" + deal, "amount");
            Selling.press(Selling.dialog(mavis, ASKED), "Keep the number");

            mavis.shows("Saved");
            assertThat(selling.read("opportunities/" + deal).getJsonObject("amount"))
                    .isEqualTo(Selling.money("100.00", "EUR"));
            assertThat(linePrice(deal)).isEqualTo(Selling.money("10.00", "EUR"));
        }
    }

    @Test
    void whatHasOneAmountIsConvertedAloneAndNothingIsSavedWithoutAnAnswer() {
        String lead = selling.made(
                "leads",
                Json.createObjectBuilder()
                        .add("lastName", "Coin")
                        .add("budget", Selling.money("50.00", "USD"))
                        .build());
        try (Window mavis = selling.window()) {
            intoEuro(mavis, "leads/" + lead, "budget");
            Selling.press(Selling.dialog(mavis, ASKED), "Cancel");
            assertThat(selling.read("leads/" + lead).getJsonObject("budget")).isEqualTo(Selling.money("50.00", "USD"));

            Selling.press(mavis.dialog(), "Save");
            Selling.press(Selling.dialog(mavis, ASKED), "Convert");

            mavis.shows("Saved");
            assertThat(selling.read("leads/" + lead).getJsonObject("budget")).isEqualTo(Selling.money("40.00", "EUR"));
        }
    }

    private static void intoEuro(Window window, String path, String field) {
        window.open(path);
        window.button("Edit").first().click();
        window.dialog().locator("[data-field=" + field + "] select").selectOption("EUR");
        Selling.press(window.dialog(), "Save");
    }

    private static void saveLine(String deal, String price) {
        saveParts("opportunities/" + deal + "/opportunity-lines", Selling.money(price, "USD"));
    }

    private static void saveParts(String path, JsonValue price) {
        JsonObject line = Json.createObjectBuilder()
                .add("description", "Chair")
                .add("quantity", 3)
                .add("unitPrice", price)
                .build();
        selling.done(Call.put(
                        selling.path(path),
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder().add(line))
                                .build())
                .header("If-Match", "*"));
    }

    private static JsonObject linePrice(String deal) {
        return selling.read("opportunities/" + deal + "/opportunity-lines")
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("unitPrice");
    }
}
