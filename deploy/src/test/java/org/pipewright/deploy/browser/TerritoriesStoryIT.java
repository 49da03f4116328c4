package org.pipewright.deploy.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** A territory gets a rule in the browser, says what would change, counts, and is told on the page of an account. */
class TerritoriesStoryIT {

    private static final String ROOT = "/api/tenants/acme/";

    private final String word = "Trade" + System.currentTimeMillis() % 1_000_000;
    private final Client admin = RunningProduct.get().as(DemoMember.ANNA_ADMIN);
    private String territory;
    private String account;

    private String made(String records, JsonObject body) {
        return admin.done(Call.post(ROOT + records, body)).json().getString("id");
    }

    @BeforeEach
    void prepare() {
        admin.done(Call.put(
                ROOT + "features/territories.territories",
                Json.createObjectBuilder().add("enabled", true).build()));
        territory = made(
                "territories",
                Json.createObjectBuilder().add("name", "North " + word).build());
        account = made(
                "accounts",
                Json.createObjectBuilder()
                        .add("name", "House of " + word)
                        .add("industry", word)
                        .add(
                                "addresses",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder()
                                                .add("kind", "BILLING")
                                                .add("city", word)))
                        .build());
    }

    @AfterEach
    void tidyUp() {
        admin.send(Call.of("DELETE", ROOT + "territories/" + territory));
    }

    @Test
    void buildsARuleSeesWhatWouldChangeAndActivates() {
        try (Window window = Window.of(DemoMember.ANNA_ADMIN)) {
            window.open("territories/" + territory);
            window.tab("Rules").click();
            buildARule(window);

            window.tab("What would change").click();
            window.button("Show what would change").click();
            window.shows("If this territory is activated:");
            Looks.good(window, "territory-what-would-change");
            window.button("Activate").first().click();

            RunningProduct.eventually(
                    "the account is in its territory",
                    () -> admin.read(ROOT + "accounts/" + account).toString().contains(territory));
            window.open("territory-check");
            window.shows("Active territories without members");
            window.shows("North " + word);
            Looks.good(window, "territory-check");
            window.open("accounts/" + account);
            window.tab("Territory").click();
            window.shows("It matches the rules of no other territory");
            window.shows("Rule, edition 1 by");
            Looks.good(window, "territory-of-an-account");
        }
    }

    @Test
    void plansATreeLooksWhatWouldChangeAndTakesItBack() {
        String plan = made(
                "territory-plans",
                Json.createObjectBuilder().add("name", "Year " + word).build());
        try (Window window = Window.of(DemoMember.ANNA_ADMIN)) {
            window.open("territory-plans/" + plan);
            window.tab("Planned territories").click();
            draw(window);

            window.tab("What would change").click();
            window.shows("If this plan is activated now:");
            Looks.good(window, "territory-plan-comparison");
            window.button("Activate now").first().click();
            RunningProduct.eventually("the account is in the planned one", () -> isIn("South " + word));

            window.button("Roll back").first().click();
            RunningProduct.eventually("the account is in none again", () -> isIn(""));
        }
    }

    private boolean isIn(String title) {
        JsonObject record = admin.read(ROOT + "accounts/" + account);
        return title.equals(
                record.isNull("territory")
                        ? ""
                        : record.getJsonObject("territory").getString("title"));
    }

    private void draw(Window window) {
        window.button("Add a territory").click();
        window.page()
                .locator("territories-tree")
                .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("South " + word);
        window.button("Add a rule").click();
        window.page()
                .getByLabel("Records", new Page.GetByLabelOptions().setExact(true))
                .selectOption("core.account");
        window.page().locator("territories-tree .condition select").first().selectOption("industry");
        window.page().locator("territories-tree pw-field-editor input").fill(word);
        window.shows("1 match");
        Looks.good(window, "territory-plan");
        window.button("Save").click();
        window.shows("Plan saved");
    }

    private void buildARule(Window window) {
        window.button("Add a rule").click();
        window.page()
                .getByLabel("Records", new Page.GetByLabelOptions().setExact(true))
                .selectOption("core.account");
        window.page().locator("territories-rules .condition select").first().selectOption("addresses.city");
        window.page().locator("territories-rules pw-field-editor input").fill(word);
        window.shows("1 match");
        Looks.good(window, "territory-rules");
        window.button("Save").click();
        window.shows("Rules saved");
    }
}
