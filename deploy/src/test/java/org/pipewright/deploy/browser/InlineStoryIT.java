package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;

/** A status that takes more than itself is chosen in a list: it asks for that (S-LEAD-18). */
class InlineStoryIT {

    private final Selling selling = new Selling("Inline Works");

    @Test
    void aLeadIsDisqualifiedInTheListWithAReason() {
        String lead = selling.made("leads", "lastName", "Lovelace");
        try (Window mavis = selling.window()) {
            mavis.open("leads");
            mavis.page()
                    .locator("vaadin-grid")
                    .getByTitle("New", new Locator.GetByTitleOptions().setExact(true))
                    .dblclick();
            Locator box = mavis.page().locator("vaadin-grid pw-field-editor input");
            box.fill("Disqualified");
            option(mavis, "Disqualified").click();

            Locator dialog = Selling.dialog(mavis, "Disqualify");
            assertThat(dialog).isVisible();
            Looks.good(mavis, "inline-disqualify");
            Selling.choose(mavis, dialog, "Reason", "No budget");
            Selling.press(dialog, "Disqualify");

            assertThat(dialog).not().isVisible();
            mavis.shows("Disqualified");
            assertThat(selling.read("leads/" + lead).getString("disqualifyReason"))
                    .isEqualTo("NO_BUDGET");
        }
    }

    private static Locator option(Window window, String name) {
        return window.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
