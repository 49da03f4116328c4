package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.SignedUp;
import org.pipewright.deploy.story.MavenData;
import org.pipewright.deploy.story.MavenFigures;
import org.pipewright.deploy.territories.RegionalOffices;

/**
 * The four files of a real pipeline through the import wizard, with their quirks refused and then taken, and the figures
 * that everybody and every program then reads.
 */
class ImportStoryIT {

    private static final double LONG = 300_000;

    private final SignedUp organisation = SignedUp.as("Maven by Hand");

    @Test
    void aRealPipelineComesIn() throws IOException {
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            accountsComeInAreUndoneAndComeInAgain(mavis);
            comesIn(mavis, "products", MavenData.PRODUCTS, 7);
            peopleComeInWithTeamsAndManagers(mavis);
            thePipelineIsRefusedByName(mavis);
            thePipelineComesInAsHistoricalData(mavis);
            theFiguresStandInTheList(mavis);
            whatIsIncompleteIsMarkedAndListed(mavis);
        }
        new MavenFigures(organisation).agreeWithTheFiles();
        new RegionalOffices(organisation).haveTheDealsAndTheRevenueOfTheFiles();
    }

    private static void upload(Window mavis, String type, String file) {
        mavis.open(type + "/import");
        assertThat(mavis.text("Drop a CSV file here, or choose one")).isVisible();
        mavis.page().locator("input[type=file]").setInputFiles(MavenData.file(file));
        assertThat(mavis.heading("Columns of the file")).isVisible();
    }

    private static void check(Window mavis) {
        mavis.button("Check the file").click();
        assertThat(mavis.button("Check again")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    private static void run(Window mavis, String rows) {
        mavis.button("Import " + rows + " rows").click();
        assertThat(mavis.text("Everything came in."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
    }

    private static void comesIn(Window mavis, String type, String file, int rows) {
        upload(mavis, type, file);
        check(mavis);
        run(mavis, String.valueOf(rows));
        mavis.open(type);
        assertThat(mavis.count()).hasText(String.valueOf(rows));
    }

    private static void accountsComeInAreUndoneAndComeInAgain(Window mavis) {
        mavis.open("accounts/import");
        Looks.good(mavis, "import-file");
        upload(mavis, "accounts", MavenData.ACCOUNTS);
        Looks.good(mavis, "import-mapping");
        check(mavis);
        mavis.shows("Every row is fine.");
        Looks.good(mavis, "import-preview");
        run(mavis, "85");
        Looks.good(mavis, "import-result");

        mavis.button("Undo the import").click();
        Looks.good(mavis, "import-undo");
        mavis.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Undo the import"))
                .click();
        mavis.shows("The import was undone.");
        mavis.open("accounts");
        assertThat(mavis.count()).hasText("0");

        comesIn(mavis, "accounts", MavenData.ACCOUNTS, 85);
    }

    private static void peopleComeInWithTeamsAndManagers(Window mavis) {
        upload(mavis, "people", MavenData.PEOPLE);
        mavis.page().getByLabel("create what is not there").all().forEach(Locator::check);
        check(mavis);
        run(mavis, "35");
        mavis.shows("created besides");
        mavis.open("settings/teams");
        for (String region : new String[] {"Central", "East", "West"}) {
            mavis.shows(region);
        }
        Looks.good(mavis, "settings-teams");
        mavis.open("settings/people");
        mavis.shows("Anna Snelling");
        Looks.good(mavis, "settings-people");
    }

    private static void thePipelineIsRefusedByName(Window mavis) throws IOException {
        upload(mavis, "opportunities", MavenData.PIPELINE);
        mavis.shows("GTXPro");
        Looks.good(mavis, "import-mapping-pipeline");
        Locator suggestions = mavis.page().getByText("Take over");
        while (suggestions.count() > 0) {
            suggestions.first().click();
        }
        meaning(mavis, "Engaging", "Needs Analysis");
        meaning(mavis, "Prospecting", "Open");
        check(mavis);

        mavis.shows("3,898 rows have errors and would be left out.");
        assertThat(mavis.page().locator(".row-error").first()).hasText("Account: This is needed.");
        assertThat(mavis.page().locator(".row-error").nth(1)).hasText("Loss reason: This is needed.");
        Looks.good(mavis, "import-preview-refused");
        Download errors = mavis.page()
                .waitForDownload(() -> mavis.link("Bad rows as a file").click());
        assertThat(Files.readAllLines(errors.path())).hasSize(3_899);
    }

    /** Says what a spelling of the file means. */
    private static void meaning(Window mavis, String spelling, String value) {
        mavis.page()
                .getByLabel(spelling, new Page.GetByLabelOptions().setExact(true))
                .fill(value);
        mavis.page().keyboard().press("Tab");
    }

    private static void thePipelineComesInAsHistoricalData(Window mavis) {
        mavis.button("Mapping").click();
        mavis.page().locator("input[name=historical]").check();
        check(mavis);
        mavis.shows("Every row is fine.");
        mavis.button("Import 8,800 rows").click();
        assertThat(mavis.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
        assertThat(mavis.text("Everything came in."))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
        Looks.good(mavis, "import-result-pipeline");
    }

    private static void theFiguresStandInTheList(Window mavis) {
        mavis.open("opportunities?view=");

        assertThat(mavis.count()).hasText("8,800");
        assertThat(mavis.page().locator("pw-group-strip")).containsText("Closed Won");
        assertThat(mavis.page().locator("pw-group-strip")).containsText("4,238");
        assertThat(mavis.page().locator("pw-group-strip")).containsText("10,005,534");
        assertThat(mavis.page().locator("pw-group-strip")).containsText("2,473");
        Looks.good(mavis, "opportunities");
    }

    private static void whatIsIncompleteIsMarkedAndListed(Window mavis) {
        mavis.open("opportunities?filter=missing%3Disnull%3Dfalse");

        assertThat(mavis.count()).hasText("3,898");
        assertThat(mavis.page().locator("vaadin-grid .missing").first()).isVisible();
        mavis.page().locator("vaadin-grid a.cell-link").first().click();
        mavis.shows("This record came in incomplete. Missing:");
        Looks.good(mavis, "opportunity-incomplete");
    }
}
