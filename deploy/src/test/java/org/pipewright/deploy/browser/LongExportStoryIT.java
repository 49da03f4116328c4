package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.SignedUp;

/** Takes a list along that is too long to wait for: sees how far it is, stops it, has the file once it is written (S-PLAT-15). */
class LongExportStoryIT {

    private static SignedUp organisation;

    @BeforeAll
    static void fill() {
        organisation = SignedUp.as("Long Lists");
        Console.of(organisation.slug())
                .execute(
                        "insert into core.account (id, name, owner_id) select gen_random_uuid(), 'Customer ' || n, m.id"
                                + " from generate_series(1, 2001) n, core.member m");
    }

    private static Window begun() {
        Window mavis = Window.of(organisation.adminEmail(), organisation.slug());
        mavis.open("accounts");
        assertThat(mavis.count()).hasText("2,001");
        mavis.button("More actions").click();
        mavis.entry("Export as CSV").click();
        return mavis;
    }

    @Test
    void theFileIsOfferedOnceItIsWritten() throws IOException, SQLException {
        Connection files = Console.unlimited().locking("lock table core.job_file in exclusive mode");
        try (Window mavis = begun()) {
            assertThat(mavis.dialog()).containsText("0 of 2,001 rows");
            Looks.good(mavis, "list-export-running");

            files.close();
            assertThat(mavis.link("Download the file")).isVisible();
            Looks.good(mavis, "list-export-ready");
            Download download = mavis.page()
                    .waitForDownload(() -> mavis.link("Download the file").click());

            assertThat(download.suggestedFilename()).isEqualTo("accounts.csv");
            assertThat(Files.readAllLines(download.path())).hasSize(2002);
        } finally {
            files.close();
        }
    }

    @Test
    void whoeverDidNotWaitFindsItBehindTheBell() throws IOException, SQLException {
        try (Connection files = Console.unlimited().locking("lock table core.job_file in exclusive mode");
                Window mavis = begun()) {
            assertThat(mavis.dialog()).containsText("0 of 2,001 rows");
            mavis.page().keyboard().press("Escape");
            assertThat(mavis.dialog()).isHidden();
            files.close();

            mavis.page()
                    .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("unread notice")))
                    .first()
                    .click(new Locator.ClickOptions().setTimeout(60_000));
            Looks.good(mavis, "list-export-bell");
            Download download = mavis.page()
                    .waitForDownload(() ->
                            mavis.link("The file accounts.csv is ready").first().click());

            assertThat(Files.readAllLines(download.path())).hasSize(2002);
        }
    }

    @Test
    void whoeverDoesNotWantItAnyMoreStopsIt() throws SQLException {
        Connection files = Console.unlimited().locking("lock table core.job_file in exclusive mode");
        try (Window mavis = begun()) {
            mavis.button("Cancel").click();
            files.close();

            mavis.shows("The export was cancelled.");
        } finally {
            files.close();
        }
    }
}
