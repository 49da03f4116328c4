package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** What belongs to a deal, by hand: its parties, and what the customer asked for, from the first line to the posted version. */
class PartsStoryIT {

    private static final String WORDS = "In the customer's words";

    private final Selling selling = new Selling("Parts Works");

    @Test
    void demandIsWrittenDownPostedAndChanged() {
        String deal = deal(kind());
        try (Window mavis = selling.window()) {
            mavis.open("opportunities/" + deal);
            edit(mavis, "Primary demand");
            fill(mavis, WORDS, 0, "Something to sit on for the fair");
            fill(mavis, "Price expected", 0, "900");
            mavis.button("Add a line").click();
            fill(mavis, "Price expected", 1, "50");
            mavis.button("Save").click();
            assertThat(mavis.dialog()).containsText("This is needed.");
            Looks.good(mavis, "parts-refused");
            fill(mavis, WORDS, 1, "Lamps");
            mavis.button("Save").click();
            mavis.shows("$950.00");
            Looks.good(mavis, "parts-list");

            post(mavis, deal);
            edit(mavis, "Primary demand");
            fill(mavis, WORDS, 1, "Bright lamps");
            mavis.button("Save").click();
            assertThat(parts(mavis)).containsText("Bright lamps");
            post(mavis, deal);

            mavis.tab("Posted demand").click();
            assertThat(parts(mavis)).containsText("Bright lamps");
            assertThat(parts(mavis).getByText("Lamps", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void aResellerTakesPart() {
        String deal = deal(kind());
        selling.made("accounts", "name", "Northern Resellers");
        try (Window mavis = selling.window()) {
            mavis.open("opportunities/" + deal);
            edit(mavis, "Parties");
            mavis.button("Add a line").click();
            Selling.choose(mavis, mavis.dialog(), "Partner", "Northern Resellers");
            Selling.choose(mavis, mavis.dialog(), "Role", "Reseller");
            Looks.good(mavis, "parts-grid");
            mavis.button("Save").click();

            assertThat(parts(mavis)).containsText("Northern Resellers");
            parts(mavis).getByText("Northern Resellers").click();
            mavis.shows("Harbour office");
        }
    }

    /** S-CON-06: who decides in the deals of an account, and where nobody is known to. */
    @Test
    void anAccountTellsWhoDecidesInItsDeals() {
        String clear = deal(kind());
        String account =
                selling.read("opportunities/" + clear).getJsonObject("account").getString("id");
        selling.made("opportunities", named("Pier office", account));
        String boss = person("Bossard", account);
        person("Idle", account);
        selling.done(Call.put(selling.path("opportunities/" + clear + "/parties"), decidedBy(boss, account))
                .header("If-Match", "*"));
        try (Window mavis = selling.window()) {
            mavis.open("accounts/" + account);
            mavis.tab("Who decides").click();
            Locator map = mavis.page().locator("sales-decision-map");
            assertThat(map).containsText("Nobody known decides in one deal: Pier office");
            assertThat(map.locator("li").filter(new Locator.FilterOptions().setHasText("Bossard")))
                    .containsText("Harbour office (Decision maker)");
            assertThat(map).containsText("Idle");
            Looks.good(mavis, "decision-map");
        }
    }

    private static JsonObject named(String name, String account) {
        return Json.createObjectBuilder()
                .add("name", name)
                .add("account", account)
                .build();
    }

    private String person(String name, String account) {
        return selling.made(
                "contacts",
                Json.createObjectBuilder()
                        .add("lastName", name)
                        .add("account", account)
                        .build());
    }

    private JsonObject decidedBy(String contact, String account) {
        return Json.createObjectBuilder()
                .add(
                        "items",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("partner", account)
                                        .add("role", selling.named("party-roles", "Customer"))
                                        .add("contact", contact)
                                        .add("contactRole", selling.named("contact-roles", "Decision maker"))))
                .build();
    }

    private static Locator parts(Window window) {
        return window.page().locator("pw-part-list");
    }

    private static void edit(Window window, String tab) {
        window.tab(tab).click();
        parts(window).locator("button").first().click();
        assertThat(window.dialog()).isVisible();
    }

    private static void fill(Window window, String label, int line, String text) {
        window.dialog().getByLabel(label).nth(line).fill(text);
    }

    private void post(Window window, String deal) {
        window.button("More actions").click();
        window.entry("Post the demand").click();
        RunningProduct.eventually(
                "the demand to be posted",
                () -> selling.read("opportunities/" + deal).getBoolean("demandPosted"));
    }

    private String kind() {
        return selling.made(
                "opportunity-kinds",
                Json.createObjectBuilder()
                        .add("name", "With demand " + System.nanoTime())
                        .add("type", "OTHER")
                        .add("allowed", true)
                        .add("primaryDemand", true)
                        .build());
    }

    private String deal(String kind) {
        return selling.made(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", "Harbour office")
                        .add("account", selling.made("accounts", "name", "Harbour Works"))
                        .add("kind", kind)
                        .build());
    }
}
