package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** A territory gets a rule in the browser, says what would change, counts, is told by an account, and seen in the tree. */
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
        admin.send(Call.of("DELETE", ROOT + "territories/" + territory).header("If-Match", "*"));
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
    void buildsARuleThatAsksForASegment() {
        String segment = made(
                "views",
                Json.createObjectBuilder()
                        .add("recordType", "core.account")
                        .add("name", "All of " + word)
                        .add("visibility", "tenant")
                        .add("filter", "industry==" + word)
                        .build());
        try (Window window = Window.of(DemoMember.ANNA_ADMIN)) {
            window.open("territories/" + territory);
            window.tab("Rules").click();
            window.button("Add a rule").click();
            window.page()
                    .getByLabel("Records", new Page.GetByLabelOptions().setExact(true))
                    .selectOption("core.account");
            window.page().locator("territories-rules .condition select").first().selectOption("id");
            chooseIn(window, "Value", "All of " + word);
            window.shows("1 match");
            Looks.good(window, "territory-rule-of-a-segment");
            window.button("Save").click();
            window.shows("Rules saved");
        }
        org.assertj.core.api.Assertions.assertThat(admin.read(ROOT + "territories/" + territory + "/territory-rules")
                        .toString())
                .contains("id=segment=(" + segment + ")");
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

    @Test
    void looksAtTheTreeAsAPicture() {
        String harbour = made(
                "territories",
                Json.createObjectBuilder()
                        .add("name", "Harbour " + word)
                        .add("parent", territory)
                        .add("priority", 3)
                        .add("validUntil", "2999-12-31")
                        .build());
        made(
                "territory-rules",
                Json.createObjectBuilder()
                        .add("territory", harbour)
                        .add("recordType", "core.account")
                        .add("criteria", "industry==" + word)
                        .build());
        admin.done(Call.post(ROOT + "territories/" + harbour + "/activate", JsonValue.EMPTY_JSON_OBJECT));
        RunningProduct.eventually("the account is in the harbour", () -> isIn("Harbour " + word));

        try (Window window = Window.of(DemoMember.ANNA_ADMIN)) {
            window.open("territories");
            window.link("Picture of territories").click();
            window.page().locator("territories-picture select").first().selectOption("core.account");
            window.button("Unfold all").click();
            assertThat(box(window, "North " + word)).containsText("1 record");
            assertThat(box(window, "North " + word)).containsText("0 records of that directly here");
            assertThat(box(window, "North " + word)).containsText("does not count");
            assertThat(box(window, "Harbour " + word)).containsText("priority 3");
            assertThat(box(window, "Harbour " + word)).containsText("2999");
            Looks.good(window, "territories-picture");

            window.button("Fold North " + word).press("Enter");
            assertThat(box(window, "Harbour " + word)).isHidden();
            window.button("Unfold North " + word).press("Enter");
            box(window, "Harbour " + word).getByText("1 record").click();
            window.shows("House of " + word);
        }
    }

    private static Locator box(Window window, String territory) {
        return window.page()
                .locator("territories-picture .territory-box")
                .filter(new Locator.FilterOptions().setHas(window.link(territory)));
    }

    @Test
    void tellsTheFiguresOfATerritoryOnTheStartPageInReportsAndOnItsOwnPage() {
        sellInTheTerritory();
        try (Window window = Window.of(DemoMember.ANNA_ADMIN)) {
            window.open("");
            Locator pipeline = pipeline(window);
            pipeline.waitFor();
            choose(window);
            assertThat(pipeline.locator("header .number")).hasText("1");
            Looks.good(window, "start-of-a-territory");
            pipeline.getByRole(AriaRole.HEADING).getByRole(AriaRole.LINK).click();

            window.shows("Territory is or is below North " + word);
            assertThat(window.page().locator(".report-answer tfoot td").first()).hasText("1");
            Looks.good(window, "report-of-a-territory");
            window.button("Clear filter").click();
            assertThat(window.page().locator(".report-answer tfoot td").first())
                    .not()
                    .hasText("1");

            window.open("territories/" + territory);
            window.shows("Year of " + word);
            Looks.good(window, "territory-with-a-target");
        }
    }

    private static Locator pipeline(Window window) {
        return window.page()
                .locator("pw-report-card")
                .filter(new Locator.FilterOptions().setHas(window.link("Pipeline")));
    }

    private void choose(Window window) {
        chooseIn(window, "Territory", "North " + word);
    }

    private static void chooseIn(Window window, String name, String option) {
        window.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(name))
                .fill(option);
        window.page()
                .getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .click();
        window.page().keyboard().press("Escape");
    }

    /** One deal in the territory, and a target for it. */
    private void sellInTheTerritory() {
        made(
                "territory-rules",
                Json.createObjectBuilder()
                        .add("territory", territory)
                        .add("recordType", "sales.opportunity")
                        .add("criteria", "name==" + word)
                        .build());
        admin.done(Call.post(ROOT + "territories/" + territory + "/activate", JsonValue.EMPTY_JSON_OBJECT));
        String deal = deal(word);
        deal("Elsewhere " + word);
        made(
                "targets",
                Json.createObjectBuilder()
                        .add("name", "Year of " + word)
                        .add("territory", territory)
                        .add("firstDay", "2026-01-01")
                        .add("lastDay", "2026-12-31")
                        .add(
                                "goal",
                                Json.createObjectBuilder()
                                        .add("amount", "500.00")
                                        .add("currency", "EUR"))
                        .build());
        RunningProduct.eventually(
                "the deal is in its territory",
                () -> admin.read(ROOT + "opportunities/" + deal).toString().contains(territory));
    }

    private String deal(String name) {
        return made(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("account", account)
                        .build());
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
