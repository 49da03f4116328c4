package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.SignedUp;

/**
 * A board by mouse and by keyboard: free moves, moves that lack data, moves a kind forbids, and the ends of a deal
 * (S-PIPE-01, S-PIPE-12, S-CLOSE-16, S-KIND-04, S-KIND-10, S-KIND-11).
 */
class BoardStoryIT {

    private static final String FIRST = "New opportunity";
    private static final String SECOND = "Identify needs";
    private static final String WITH_AMOUNT = "Prepare proposal";

    private static SignedUp organisation;

    @BeforeAll
    static void signUp() {
        organisation = SignedUp.as("Board Works");
    }

    /** Somebody who has before them the board of that kind with one deal of that name. */
    private static Window board(String kind, String deal) {
        bringIn(kind, deal);
        Window mavis = Window.of(organisation.adminEmail(), organisation.slug());
        mavis.open("opportunities/board");
        mavis.page()
                .getByLabel("Board", new Page.GetByLabelOptions().setExact(true))
                .selectOption(kind);
        assertThat(card(mavis, FIRST, deal)).isVisible();
        return mavis;
    }

    private static void bringIn(String kind, String deal) {
        JsonObject body = Json.createObjectBuilder()
                .add("name", deal)
                .add("account", created("accounts", body("name", deal + " Ltd")))
                .add("kind", id(named("opportunity-kinds", kind)))
                .build();
        organisation.admin().done(Call.post(organisation.path("opportunities"), body));
    }

    private static JsonObject named(String path, String name) {
        return organisation
                .admin()
                .done(Call.get(organisation.path(path)).query("filter", "name=='" + name + "'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private static String id(JsonObject record) {
        return record.getString("id");
    }

    private static String stage(String deal) {
        return named("opportunities", deal).getJsonObject("stage").getString("title");
    }

    /** The board shows a card in its new place at once; this waits until it has been told so. */
    private static void told(Window window, String text) {
        assertThat(window.page().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText(text)))
                .hasCount(1);
    }

    private static Locator column(Window window, String name) {
        return lane(window, name).locator(".cards");
    }

    private static Locator lane(Window window, String name) {
        return window.page()
                .getByRole(
                        AriaRole.REGION,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator card(Window window, String column, String deal) {
        return column(window, column)
                .getByRole(AriaRole.LISTITEM)
                .filter(new Locator.FilterOptions()
                        .setHas(window.page().getByText(deal, new Page.GetByTextOptions().setExact(true))));
    }

    private static Locator end(Window window, String verb) {
        return window.page().locator(".lane-end." + verb);
    }

    /** Drags by steps, as a hand does: the ends appear only while a card is on its way. */
    private static void drag(Window window, Locator card, Locator target) {
        card.hover();
        window.page().mouse().down();
        var box = card.boundingBox();
        window.page().mouse().move(box.x + box.width / 2 + 12, box.y + box.height / 2 + 12);
        target.hover(new Locator.HoverOptions().setForce(true));
        target.hover(new Locator.HoverOptions().setForce(true));
        window.page().mouse().up();
    }

    @Test
    void aCardIsDraggedToAnotherColumnAndStandsThereOnce() {
        try (Window mavis = board("Custom sale", "Dragged")) {
            drag(mavis, card(mavis, FIRST, "Dragged"), column(mavis, SECOND));

            assertThat(card(mavis, SECOND, "Dragged")).hasCount(1);
            assertThat(card(mavis, FIRST, "Dragged")).hasCount(0);
            told(mavis, "Dragged is now in " + SECOND);
            assertThat(stage("Dragged")).isEqualTo(SECOND);
            Looks.good(mavis, "board");
        }
    }

    @Test
    void cardsStayInTheOrderInWhichTheyWerePut() {
        String kind = kindOfItsOwn();
        bringIn(kind, "Upper");
        try (Window mavis = board(kind, "Newest")) {
            drag(mavis, card(mavis, FIRST, "Newest"), card(mavis, FIRST, "Upper"));
            told(mavis, "Newest is now number 2 of its column");
            mavis.page().reload();
            assertThat(column(mavis, FIRST).getByRole(AriaRole.LISTITEM).first())
                    .containsText("Upper");

            card(mavis, FIRST, "Newest").focus();
            mavis.page().keyboard().press("Alt+ArrowUp");
            told(mavis, "Newest is now number 1 of its column");
            mavis.page().reload();
            assertThat(column(mavis, FIRST).getByRole(AriaRole.LISTITEM).first())
                    .containsText("Newest");
        }
    }

    @Test
    void aMoveThatLacksDataAsksForJustTheseAndGoesOn() {
        try (Window mavis = board("Custom sale", "Lacking")) {
            drag(mavis, card(mavis, FIRST, "Lacking"), column(mavis, WITH_AMOUNT));

            assertThat(mavis.dialog()).containsText("Move to " + WITH_AMOUNT);
            assertThat(mavis.dialog().locator("pw-field-editor")).hasCount(1);
            Looks.good(mavis, "board-needs-amount");
            mavis.dialog()
                    .getByLabel("Amount", new Locator.GetByLabelOptions().setExact(true))
                    .fill("900");
            mavis.button("Move").click();

            told(mavis, "Lacking is now in " + WITH_AMOUNT);
            assertThat(card(mavis, WITH_AMOUNT, "Lacking")).hasCount(1);
            assertThat(stage("Lacking")).isEqualTo(WITH_AMOUNT);
        }
    }

    @Test
    void aMoveGivenUpReturnsTheCard() {
        try (Window mavis = board("Custom sale", "Given up")) {
            drag(mavis, card(mavis, FIRST, "Given up"), column(mavis, WITH_AMOUNT));
            mavis.button("Cancel").click();

            told(mavis, "Given up stays where it was");
            assertThat(card(mavis, FIRST, "Given up")).hasCount(1);
            assertThat(card(mavis, WITH_AMOUNT, "Given up")).hasCount(0);
            assertThat(stage("Given up")).isEqualTo(FIRST);
        }
    }

    @Test
    void aMoveTheKindForbidsIsRefusedInWordsAndReturnsTheCard() {
        try (Window mavis = board("Standard sale", "Skipping")) {
            drag(mavis, card(mavis, FIRST, "Skipping"), column(mavis, "Analyse needs"));

            assertThat(mavis.page().locator(".toast.error")).isVisible();
            assertThat(card(mavis, FIRST, "Skipping")).hasCount(1);
            assertThat(stage("Skipping")).isEqualTo(FIRST);
            Looks.fair(mavis, "board-refused");
        }
    }

    @Test
    void menuPathAndPickersOfferOnlyTheMovesOfAFixedOrder() {
        try (Window mavis = board("Standard sale", "Offered")) {
            mavis.button("Move Offered").click();
            assertThat(mavis.page().getByRole(AriaRole.MENUITEMRADIO)).hasText(new String[] {FIRST, SECOND});
            mavis.page().keyboard().press("Escape");

            mavis.open("opportunities/" + id(named("opportunities", "Offered")));
            assertThat(mavis.page().locator("pw-path-bar").getByRole(AriaRole.BUTTON))
                    .hasText(new String[] {SECOND});
            mavis.button("More actions").click();
            mavis.entry("Move").click();
            mavis.dialog().locator("pw-field-editor input").click();
            assertThat(mavis.page().getByRole(AriaRole.OPTION)).hasText(new String[] {SECOND});
        }
    }

    @Test
    void aKindThatIsNotAllowedIsNotOfferedForANewDeal() {
        created("opportunity-kinds", body("name", "Drafted sale").add("type", "OTHER"));
        try (Window mavis = board("Standard sale", "Beside")) {
            mavis.button("New: Opportunity").click();
            Locator kind = mavis.dialog().locator("[data-field=kind] input");
            kind.click();
            Locator options = mavis.page().locator("vaadin-combo-box-item");
            assertThat(options.filter(new Locator.FilterOptions().setHasText("Standard sale")))
                    .isVisible();
            assertThat(options.filter(new Locator.FilterOptions().setHasText("Drafted sale")))
                    .hasCount(0);
        }
    }

    @Test
    void aMoveHeldUpByAMandatoryTaskGoesOnOnceTheTaskIsWaived() {
        String kind = withAMandatoryTask();
        try (Window mavis = board(kind, "Held up")) {
            drag(mavis, card(mavis, FIRST, "Held up"), column(mavis, SECOND));

            assertThat(mavis.dialog()).containsText("After that the card moves on.");
            Looks.good(mavis, "board-waiver");
            mavis.button("Cancel").click();
            assertThat(card(mavis, FIRST, "Held up")).hasCount(1);
            assertThat(stage("Held up")).isEqualTo(FIRST);

            drag(mavis, card(mavis, FIRST, "Held up"), column(mavis, SECOND));
            mavis.dialog().getByLabel("Reason").fill("Agreed by phone");
            mavis.dialog()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions()
                                    .setName("Waive mandatory tasks")
                                    .setExact(true))
                    .click();

            told(mavis, "Held up is now in " + SECOND);
            assertThat(stage("Held up")).isEqualTo(SECOND);
        }
    }

    /** Name of a kind of its own, whose board has no other cards. */
    private static String kindOfItsOwn() {
        kindOfTwoStages("Quiet sale");
        return "Quiet sale";
    }

    /** Name of a kind of its own whose first stage brings a task that has to be done. */
    private static String withAMandatoryTask() {
        String kind = kindOfTwoStages("Guarded sale");
        created(
                "task-rules",
                body("name", "Sign")
                        .add("occasion", "STAGE")
                        .add("stage", id(named("opportunity-stages", FIRST)))
                        .add("kind", kind)
                        .add("mandatory", true));
        return "Guarded sale";
    }

    private static String kindOfTwoStages(String name) {
        String kind = created("opportunity-kinds", body("name", name).add("type", "CUSTOM"));
        String first = id(named("opportunity-stages", FIRST));
        created(
                "opportunity-kind-stages",
                body("kind", kind).add("stage", first).add("position", 10));
        created(
                "opportunity-kind-stages",
                body("kind", kind)
                        .add("stage", id(named("opportunity-stages", SECOND)))
                        .add("position", 20));
        organisation
                .admin()
                .done(Call.of("PATCH", organisation.path("opportunity-kinds/" + kind))
                        .with(Json.createObjectBuilder().add("allowed", true).build())
                        .header("If-Match", "*"));
        return kind;
    }

    private static JsonObjectBuilder body(String field, String value) {
        return Json.createObjectBuilder().add(field, value);
    }

    private static String created(String path, JsonObjectBuilder body) {
        return id(organisation
                .admin()
                .done(Call.post(organisation.path(path), body.build()))
                .json());
    }

    @Test
    void anEndAsksForItsDataAndCancellingStoresNothing() {
        try (Window mavis = board("Custom sale", "Ending")) {
            for (String[] verb : new String[][] {{"win", "Won on"}, {"lose", "Lost on"}}) {
                drag(mavis, card(mavis, FIRST, "Ending"), end(mavis, verb[0]));
                assertThat(mavis.dialog().getByLabel(verb[1])).isVisible();
                mavis.button("Cancel").click();

                assertThat(card(mavis, FIRST, "Ending")).hasCount(1);
                assertThat(named("opportunities", "Ending").getString("outcome"))
                        .isEqualTo("IN_PROGRESS");
            }
            drag(mavis, card(mavis, FIRST, "Ending"), end(mavis, "lose"));
            mavis.dialog().getByLabel("Reason").fill("Price");
            mavis.page()
                    .getByRole(
                            AriaRole.OPTION,
                            new Page.GetByRoleOptions().setName("Price").setExact(true))
                    .click();
            Looks.fair(mavis, "board-lose");
            mavis.dialog()
                    .getByRole(
                            AriaRole.BUTTON,
                            new Locator.GetByRoleOptions().setName("Lose").setExact(true))
                    .click();

            assertThat(card(mavis, FIRST, "Ending")).hasCount(0);
            mavis.shows("Lose: done");
            assertThat(named("opportunities", "Ending").getString("outcome")).isEqualTo("LOST");
        }
    }

    @Test
    void aBoardIsNarrowedDownBySavedViewsAndTellsWhatHasNotMovedForLong() {
        kindOfTwoStages("Watched sale");
        bringIn("Watched sale", "Fresh");
        try (Window mavis = board("Watched sale", "Idle")) {
            Console.of(organisation.slug())
                    .execute("update sales.opportunity set stale_on = current_date - 3 where name = 'Idle'");
            mavis.page().reload();
            assertThat(lane(mavis, FIRST).getByText("1 has not moved for long")).isVisible();
            assertThat(lane(mavis, FIRST).locator(".count")).hasText("2");

            mavis.button("Filter").click();
            Locator panel = mavis.page().locator(".filter-panel");
            panel.getByLabel("Field").selectOption("name");
            panel.locator("pw-field-editor input").fill("Fresh");
            mavis.button("Done").click();
            assertThat(card(mavis, FIRST, "Idle")).hasCount(0);
            assertThat(card(mavis, FIRST, "Fresh")).isVisible();
            assertThat(lane(mavis, FIRST).locator(".count")).hasText("1");
            assertThat(lane(mavis, FIRST).getByText("not moved for long")).hasCount(0);

            mavis.button("Save view").click();
            mavis.entry("Save as new view").click();
            mavis.dialog().getByLabel("Name").fill("Fresh ones");
            mavis.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                    .click();
            mavis.shows("View “Fresh ones” saved");
            mavis.page().reload();
            assertThat(card(mavis, FIRST, "Fresh")).isVisible();
            assertThat(card(mavis, FIRST, "Idle")).hasCount(0);
            Looks.good(mavis, "board-narrowed");

            mavis.button("Fresh ones").click();
            mavis.choice("All Opportunities").click();
            assertThat(card(mavis, FIRST, "Idle")).isVisible();

            dealsWithoutStagesAreToldApart(mavis);
            withoutKindsItsColumnsAreTheStatuses(mavis);
        }
    }

    /** Deals of kinds without stages stand on no board of stages, but in a list of their own (S-PIPE-02). */
    private static void dealsWithoutStagesAreToldApart(Window window) {
        created(
                "opportunity-kinds",
                body("name", "Walk-in sale").add("type", "OTHER").add("allowed", true));
        bringIn("Walk-in sale", "Apart");
        window.page().reload();

        Locator kinds = window.page().getByLabel("Board", new Page.GetByLabelOptions().setExact(true));
        assertThat(kinds).containsText("Watched sale");
        assertThat(kinds).not().containsText("Walk-in sale");
        assertThat(card(window, FIRST, "Idle")).isVisible();
        assertThat(window.page().locator(".board")).not().containsText("Apart");
        window.link("1 is not on this board").click();
        assertThat(window.link("Apart")).isVisible();
        assertThat(window.count()).hasText("1");
    }

    /** Where there are no kinds the one board has every deal under its status, whatever kind it was of. */
    private static void withoutKindsItsColumnsAreTheStatuses(Window window) {
        String[] statuses = organisation
                .admin()
                .done(Call.get(organisation.path("opportunity-statuses"))
                        .query("filter", "category==OPEN;active==true")
                        .query("sort", "position"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(status -> status.getString("name"))
                .toArray(String[]::new);
        switchManagement(false);
        try {
            window.open("opportunities/board");

            assertThat(window.page().locator(".lane h2")).hasText(statuses);
            assertThat(card(window, statuses[0], "Apart")).isVisible();
            assertThat(card(window, statuses[0], "Idle")).isVisible();
            assertThat(window.page().getByLabel("Board", new Page.GetByLabelOptions().setExact(true)))
                    .hasCount(0);
        } finally {
            switchManagement(true);
        }
    }

    private static void switchManagement(boolean on) {
        JsonObject choice = Json.createObjectBuilder().add("enabled", on).build();
        organisation.admin().done(Call.put(organisation.path("features/sales.opportunity-management"), choice));
    }

    @Test
    void aStageOfOtherRolesIsSeenAndNotOffered() {
        String kind = kindOfTwoStages("Reserved sale");
        String reserved = id(organisation
                .admin()
                .done(Call.get(organisation.path("opportunity-kind-stages"))
                        .query("filter", "kind==" + kind + ";position==20"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0));
        organisation
                .admin()
                .done(Call.of("PATCH", organisation.path("opportunity-kind-stages/" + reserved))
                        .with(body("roles", "sales-manager").build())
                        .header("If-Match", "*"));
        try (Window mavis = board("Reserved sale", "Kept out")) {
            mavis.button("Move Kept out").click();
            assertThat(mavis.page().getByRole(AriaRole.MENUITEMRADIO)).hasText(new String[] {FIRST});
            mavis.page().keyboard().press("Escape");

            drag(mavis, card(mavis, FIRST, "Kept out"), column(mavis, SECOND));
            assertThat(card(mavis, FIRST, "Kept out")).isVisible();
            assertThat(card(mavis, SECOND, "Kept out")).hasCount(0);

            mavis.open("opportunities/" + id(named("opportunities", "Kept out")));
            Locator course = mavis.page().locator("pw-path-bar");
            assertThat(course.getByText(SECOND)).isVisible();
            assertThat(course.getByRole(AriaRole.BUTTON)).hasCount(0);
        }
        assertThat(stage("Kept out")).isEqualTo(FIRST);
    }

    @Test
    void theKeyboardMovesACardAndKeepsItInHand() {
        try (Window mavis = board("Custom sale", "Typed")) {
            card(mavis, FIRST, "Typed").focus();
            mavis.page().keyboard().press("Alt+ArrowRight");
            told(mavis, "Typed is now in " + SECOND);
            assertThat(card(mavis, SECOND, "Typed")).isFocused();
            mavis.page().keyboard().press("Alt+ArrowLeft");
            told(mavis, "Typed is now in " + FIRST);
            assertThat(card(mavis, FIRST, "Typed")).isFocused();

            mavis.button("Move Typed").focus();
            mavis.page().keyboard().press("Enter");
            Looks.fair(mavis, "board-menu");
            mavis.choice(SECOND).press("Enter");
            told(mavis, "Typed is now in " + SECOND);
            assertThat(card(mavis, SECOND, "Typed")).isFocused();
            mavis.page().keyboard().press("Enter");

            assertThat(mavis.heading("Typed")).isVisible();
            assertThat(stage("Typed")).isEqualTo(SECOND);
        }
    }
}
