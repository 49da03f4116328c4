package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** From finding what the customer asked for (S-DEM-13) to what was sold of it: quoted in one click, compared, and explained where it was not met. */
class DemandStoryIT {

    private final Selling selling = new Selling("Demand Works");

    @Test
    void demandIsQuotedComparedAndExplained() {
        String deal = deal();
        try (Window mavis = selling.window()) {
            mavis.hits("something to sit on").getByText("Something to sit on").click();
            assertThat(mavis.heading("Harbour office")).isVisible();
            mavis.tab("Asked, offered, sold").click();
            mavis.shows("2 lines are not offered yet");

            mavis.button("Quote the demand").click();
            RunningProduct.eventually(
                    "the demand to be offered",
                    () -> selling.read("opportunities/" + deal).containsKey("demandOffered")
                            && !selling.read("opportunities/" + deal).isNull("demandOffered"));
            Locator compared = mavis.page().locator("sales-demand-compared");
            assertThat(compared.locator("tfoot")).containsText("$500.00");
            assertThat(compared).not().containsText("Not offered");
            Looks.good(mavis, "demand-compared");

            selling.done(Call.post(
                    selling.path("opportunities/" + deal + "/win"),
                    Json.createObjectBuilder()
                            .add("actualClose", "2026-06-15")
                            .add("closeRevenue", Selling.money("500.00", "USD"))
                            .build()));
            mavis.open("opportunities/" + deal);
            mavis.button("Close").first().click();
            Locator dialog = mavis.dialog();
            assertThat(dialog).containsText("Something to sit on");
            assertThat(dialog).containsText("Lamps");
            Locator close = dialog.locator("button[type=submit]");
            close.click();
            assertThat(dialog).containsText("Why was this not met?");
            Selling.choose(mavis, dialog.getByLabel("Something to sit on"), "Why not met", "Too expensive");
            Selling.choose(mavis, dialog.getByLabel("Lamps"), "Why not met", "Not in our range");
            Looks.good(mavis, "demand-reasons");
            close.click();
            RunningProduct.eventually(
                    "the deal to be closed",
                    () -> selling.read("opportunities/" + deal).getBoolean("closed"));
        }
    }

    private String deal() {
        String kind = selling.made(
                "opportunity-kinds",
                Json.createObjectBuilder()
                        .add("name", "With demand " + System.nanoTime())
                        .add("type", "OTHER")
                        .add("allowed", true)
                        .add("primaryDemand", true)
                        .build());
        String deal = selling.made(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", "Harbour office")
                        .add("account", selling.made("accounts", "name", "Harbour Works"))
                        .add("kind", kind)
                        .build());
        selling.made("demand-lines", line(deal, "Something to sit on", "400.00"));
        selling.made("demand-lines", line(deal, "Lamps", "100.00"));
        return deal;
    }

    private static JsonObject line(String deal, String words, String amount) {
        return Json.createObjectBuilder()
                .add("opportunity", deal)
                .add("description", words)
                .add("quantity", 4)
                .add("amount", Selling.money(amount, "USD"))
                .build();
    }
}
