package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.SignedUp;

/** What belongs to a deal, by hand: its parties, and what the customer asked for, from the first line to the posted version. */
class PartsStoryIT {

    private static final String WORDS = "In the customer's words";

    private final SignedUp organisation = SignedUp.as("Parts Works");

    @Test
    void demandIsWrittenDownPostedAndChanged() {
        String deal = deal(kind());
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
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
            mavis.shows("€950.00");
            Looks.good(mavis, "parts-list");

            post(mavis);
            edit(mavis, "Primary demand");
            fill(mavis, WORDS, 1, "Bright lamps");
            mavis.button("Save").click();
            assertThat(parts(mavis)).containsText("Bright lamps");
            post(mavis);

            mavis.tab("Posted demand").click();
            assertThat(parts(mavis)).containsText("Bright lamps");
            assertThat(parts(mavis).getByText("Lamps", new Locator.GetByTextOptions().setExact(true)))
                    .isVisible();
        }
    }

    @Test
    void aResellerTakesPart() {
        String deal = deal(kind());
        account("Northern Resellers");
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            mavis.open("opportunities/" + deal);
            edit(mavis, "Parties");
            mavis.button("Add a line").click();
            choose(mavis, "Partner", "Northern Resellers");
            choose(mavis, "Role", "Reseller");
            Looks.good(mavis, "parts-grid");
            mavis.button("Save").click();

            assertThat(parts(mavis)).containsText("Northern Resellers");
            parts(mavis).getByText("Northern Resellers").click();
            mavis.shows("Harbour office");
        }
    }

    private static Locator parts(Window window) {
        return window.page().locator("pw-part-list");
    }

    private static void edit(Window window, String tab) {
        window.tab(tab).click();
        window.button("Edit: " + tab).click();
        assertThat(window.dialog()).isVisible();
    }

    private static void fill(Window window, String label, int line, String text) {
        window.dialog().getByLabel(label).nth(line).fill(text);
    }

    private static void choose(Window window, String label, String words) {
        Locator box = window.dialog()
                .getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .last();
        box.fill(words);
        window.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(words).setExact(true))
                .click();
    }

    private static void post(Window window) {
        window.button("More actions").click();
        window.entry("Post the demand").click();
        window.shows("Post the demand");
    }

    private String kind() {
        JsonObject kind = Json.createObjectBuilder()
                .add("name", "With demand " + System.nanoTime())
                .add("type", "OTHER")
                .add("allowed", true)
                .add("primaryDemand", true)
                .build();
        return made("opportunity-kinds", kind);
    }

    private String account(String name) {
        return made("accounts", Json.createObjectBuilder().add("name", name).build());
    }

    private String deal(String kind) {
        JsonObject deal = Json.createObjectBuilder()
                .add("name", "Harbour office")
                .add("account", account("Harbour Works"))
                .add("kind", kind)
                .build();
        return made("opportunities", deal);
    }

    private String made(String path, JsonObject body) {
        return organisation
                .admin()
                .done(Call.post(organisation.path(path), body))
                .json()
                .getString("id");
    }
}
