package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.SignedUp;

/** What an account and its subsidiaries have together (S-ACC-07), and what is begun from there (S-OPP-05). */
class SubsidiariesStoryIT {

    private final SignedUp organisation = SignedUp.as("Group Works");

    @Test
    void anAccountTellsTheDealsOfItsSubsidiariesToo() {
        String group = created("accounts", body("name", "Group"));
        String subsidiary = created("accounts", body("name", "Subsidiary").add("parent", group));
        String below = created("accounts", body("name", "Below").add("parent", subsidiary));
        deal(group, "Of the group", "100.00");
        deal(below, "Of what is below", "20.50");
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            mavis.open("accounts/" + group);
            assertThat(deals(mavis).locator("li")).hasCount(1);

            mavis.page().getByLabel("With all below it").check();

            assertThat(deals(mavis).locator("li")).hasCount(2);
            assertThat(deals(mavis)).containsText("Of what is below");
            assertThat(deals(mavis)).containsText("120.50");
            Looks.good(mavis, "account-with-subsidiaries");

            mavis.open("accounts/" + below);
            assertThat(deals(mavis).locator("li")).hasCount(1);
            assertThat(mavis.page().getByLabel("With all below it")).hasCount(0);

            aNewDealBeginsWithWhomItIsFor(mavis, deals(mavis), "account", "Below");
            mavis.open("customers/" + created("customers", body("name", "Shopkeeper")));
            aNewDealBeginsWithWhomItIsFor(mavis, related(mavis, "Opportunities"), "customer", "Shopkeeper");
        }
    }

    /** From the page of an account or of a customer (S-OPP-05). */
    private static void aNewDealBeginsWithWhomItIsFor(Window window, Locator deals, String field, String name) {
        deals.getByRole(AriaRole.BUTTON).click();
        assertThat(window.dialog().locator("[data-field=" + field + "] input")).hasValue(name);
        window.button("Cancel").click();
        assertThat(window.dialog()).hasCount(0);
    }

    private static Locator deals(Window window) {
        return related(window, "Opportunities (Account)");
    }

    private static Locator related(Window window, String heading) {
        return window.page()
                .locator("section.related")
                .filter(new Locator.FilterOptions().setHas(window.heading(heading)));
    }

    private void deal(String account, String name, String amount) {
        created(
                "opportunities",
                body("name", name)
                        .add("account", account)
                        .add(
                                "amount",
                                Json.createObjectBuilder().add("amount", amount).add("currency", "USD")));
    }

    private String created(String path, JsonObjectBuilder body) {
        return organisation
                .admin()
                .done(Call.post(organisation.path(path), body.build()))
                .json()
                .getString("id");
    }

    private static JsonObjectBuilder body(String field, String value) {
        return Json.createObjectBuilder().add(field, value);
    }
}
