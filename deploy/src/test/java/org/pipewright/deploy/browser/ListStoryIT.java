package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.SignedUp;
import org.pipewright.deploy.story.MavenData;

/** A day with a list: views, columns, cells, many records at once, the bin, two people at one record, the keyboard. */
class ListStoryIT {

    private static SignedUp organisation;

    @BeforeAll
    static void bringAccountsIn() {
        organisation = SignedUp.as("List Works");
        organisation.join("max", "sales-manager");
        new MavenData(organisation).bringAccountsIn();
    }

    private static Window mavis() {
        return Window.of(organisation.adminEmail(), organisation.slug());
    }

    private static Window max() {
        return Window.of(organisation.email("max"), organisation.slug());
    }

    private static Locator cells(Window window) {
        return window.page().locator("vaadin-grid a.cell-link");
    }

    @Test
    void aViewIsSavedSharedAndTheFirstThingSeen() {
        try (Window mavis = mavis();
                Window max = max()) {
            mavis.open("accounts?filter=employees%3Dgt%3D5000");
            assertThat(mavis.count()).hasText("27");
            mavis.button("Columns").click();
            mavis.page()
                    .getByLabel("Founded in", new Page.GetByLabelOptions().setExact(true))
                    .check();
            Looks.good(mavis, "list-columns");
            mavis.page().keyboard().press("Escape");
            mavis.button("Save view").click();
            mavis.entry("Save as new view").click();
            mavis.dialog().getByLabel("Name").fill("Large accounts");
            mavis.dialog().getByLabel("Everybody in the organisation").check();
            Looks.good(mavis, "list-save-view");
            mavis.button("Save").click();
            mavis.shows("View “Large accounts” saved");

            max.open("accounts");
            max.button("All Accounts").click();
            max.choice("Large accounts").click();
            assertThat(max.count()).hasText("27");
            assertThat(max.button("Sort by Founded in")).isVisible();

            max.open("accounts");
            assertThat(max.button("Large accounts")).isVisible();
        }
    }

    @Test
    void aCellIsChangedInPlace() {
        try (Window mavis = mavis()) {
            mavis.open("accounts?q=Betatech");
            assertThat(cells(mavis)).hasText(new String[] {"Betatech"});

            mavis.page()
                    .getByText("medical", new Page.GetByTextOptions().setExact(true))
                    .dblclick();
            mavis.page().locator("vaadin-grid pw-field-editor input").fill("health");
            mavis.page()
                    .waitForResponse(
                            answer -> answer.request().method().equals("PATCH"),
                            () -> mavis.page().keyboard().press("Enter"));

            mavis.shows("health");
            mavis.page().reload();
            mavis.shows("health");
        }
    }

    @Test
    void whatIsDeletedLiesInTheBinAndComesBack() {
        try (Window mavis = mavis()) {
            mavis.open("accounts?q=Bio");
            assertThat(cells(mavis).first()).isVisible();
            List<String> names = cells(mavis).allTextContents();
            mavis.page().getByLabel("Select all loaded records").check();
            mavis.button("Delete").click();
            mavis.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                    .click();
            mavis.shows("Nothing found");

            mavis.button("More actions").click();
            mavis.entry("Bin").click();
            names.forEach(mavis::shows);
            mavis.shows("by Mavis Maven");
            Looks.good(mavis, "bin");
            mavis.page().getByLabel("Select all loaded records").check();
            mavis.button("Restore").click();
            mavis.shows("The bin is empty");
            Looks.good(mavis, "bin-empty");

            mavis.open("accounts?q=Bio");
            assertThat(cells(mavis)).hasCount(names.size());
        }
    }

    @Test
    void ofTwoPeopleAtOneRecordNobodyLosesInput() {
        try (Window here = mavis();
                Window there = mavis()) {
            for (Window window : List.of(here, there)) {
                window.open("accounts?q=Cancity");
                cells(window).first().click();
                window.button("Edit").click();
            }
            enter(here, "Industry", "Shipping");
            enter(there, "Industry", "Trade");
            here.button("Save").click();
            here.shows("Shipping");

            there.button("Save").click();
            there.shows("Somebody else was faster");
            assertThat(there.dialog().last()).containsText("Shipping");
            assertThat(there.dialog().last()).containsText("Trade");
            Looks.good(there, "conflict");
            there.button("Save the chosen values").click();

            there.shows("Trade");
            assertThat(industry("Cancity")).isEqualTo("Trade");
        }
    }

    private static void enter(Window window, String field, String value) {
        window.dialog()
                .getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private static String industry(String account) {
        return organisation
                .admin()
                .done(Call.get(organisation.path("accounts")).query("q", account))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("industry");
    }

    @Test
    void aListIsTakenAlongAsAFile() throws IOException {
        try (Window mavis = mavis()) {
            mavis.open("accounts");
            mavis.button("More actions").click();
            Download file = mavis.page()
                    .waitForDownload(() -> mavis.entry("Export as CSV").click());

            List<String> lines = Files.readAllLines(file.path());
            assertThat(lines.get(0)).contains("Name");
            assertThat(lines.size()).isGreaterThanOrEqualTo(85);
        }
    }

    @Test
    void everythingGoesByKeyboard() {
        SignedUp own = SignedUp.as("Keyboard Works");
        try (Window mavis = Window.of(own.adminEmail(), own.slug())) {
            mavis.open("accounts");
            assertThat(mavis.heading("Accounts")).isVisible();
            Page page = mavis.page();
            page.keyboard().press("/");
            assertThat(page.getByLabel("Search in Accounts")).isFocused();
            page.keyboard().press("Escape");
            mavis.heading("Accounts").click();

            page.keyboard().press("c");
            assertThat(mavis.dialog().getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)))
                    .isFocused();
            Looks.good(mavis, "form");
            page.keyboard().type("Typed Works");
            page.keyboard().press("Control+Enter");
            mavis.shows("“Typed Works” created");
            assertThat(mavis.heading("Typed Works")).isVisible();
            Looks.good(mavis, "account");

            mavis.open("");
            assertThat(mavis.hits("Typed W")).containsText("Typed Works");
            Looks.good(mavis, "palette");
            page.keyboard().press("Enter");
            assertThat(mavis.heading("Typed Works")).isVisible();
            page.keyboard().press("?");
            mavis.shows("Keyboard shortcuts");
            Looks.good(mavis, "shortcuts");
        }
    }
}
