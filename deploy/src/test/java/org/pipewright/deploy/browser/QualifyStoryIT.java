package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
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

    /** Who types is shown what there is already; what was made all the same becomes one (S-DUP-02). */
    @Test
    void aTwinIsShownWhileTypingAndMerged() {
        selling.made(
                "accounts",
                Json.createObjectBuilder()
                        .add("name", "Pier Works")
                        .add("emails", emails())
                        .build());
        try (Window mavis = selling.window()) {
            mavis.open("accounts");
            mavis.button("New: Account").first().click();
            mavis.dialog()
                    .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                    .fill("Pier Works");
            assertThat(mavis.dialog().locator("pw-likenesses")).containsText("Pier Works");
            Looks.good(mavis, "twin-while-typing");
            mavis.dialog()
                    .getByLabel("Founded in", new Locator.GetByLabelOptions().setExact(true))
                    .fill("1999");
            mavis.page()
                    .waitForResponse(
                            answer -> answer.url().contains("/accounts")
                                    && answer.request().method().equals("POST"),
                            () -> Selling.press(mavis.dialog(), "Save"));

            mavis.open("accounts/duplicates");
            mavis.button("Search for duplicates").click();
            mavis.page()
                    .locator(".duplicate-pair .button", new Page.LocatorOptions().setHasText("Merge"))
                    .click();
            Looks.good(mavis, "merge");
            Selling.press(mavis.dialog(), "Merge");
            mavis.shows("The records are one now.");
        }
        JsonArray left = selling.read("accounts").getJsonArray("items");
        assertThat(left).hasSize(1);
        JsonObject one = left.getJsonObject(0);
        assertThat(one.getInt("foundedYear")).isEqualTo(1999);
        assertThat(one.getJsonArray("emails")).hasSize(1);
        assertThat(one.getString("name")).isEqualTo("Pier Works");
    }

    private static jakarta.json.JsonArrayBuilder emails() {
        return Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", "desk@harbour.example"));
    }
}
