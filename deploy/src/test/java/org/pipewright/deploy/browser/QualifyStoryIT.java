package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** A lead of a company there is already, where the organisation refuses duplicates, and all the same is another one (S-DUP-02). */
class QualifyStoryIT {

    private final Selling selling = new Selling("Twin Works");

    @Test
    void aTwinIsToldAndMadeAllTheSame() {
        selling.made(
                "accounts",
                Json.createObjectBuilder()
                        .add("name", "Harbour Works")
                        .add("emails", emails())
                        .build());
        String lead = selling.made(
                "leads",
                Json.createObjectBuilder()
                        .add("company", "Harbour Works")
                        .add("emails", emails())
                        .build());
        selling.done(Call.put(
                selling.path("settings/core.account.duplicates.organisation"),
                Json.createObjectBuilder().add("value", "BLOCK").build()));
        try (Window mavis = selling.window()) {
            mavis.open("leads/" + lead);
            mavis.button("Qualify").click();
            Locator dialog = Selling.dialog(mavis, "Qualify");
            dialog.locator("vaadin-combo-box[name=account] [part~='clear-button']")
                    .click();
            dialog.getByLabel("New account's name", new Locator.GetByLabelOptions().setExact(true))
                    .fill("Harbour Works GmbH");
            Selling.press(dialog, "Qualify");

            assertThat(dialog).containsText("There may be a record of this already");
            assertThat(dialog).containsText("Harbour Works");
            Looks.good(mavis, "qualify-twin");
            Selling.press(dialog, "Save all the same");

            mavis.shows("Qualify: done");
            assertThat(selling.read("leads/" + lead).getJsonObject("account").getString("title"))
                    .isEqualTo("Harbour Works GmbH");
        }
    }

    private static jakarta.json.JsonArrayBuilder emails() {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", "desk@harbour.example"));
    }
}
