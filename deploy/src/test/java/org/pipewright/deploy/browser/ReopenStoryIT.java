package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.RunningProduct;

/** A lost deal is taken up again: the old one stays as it ended, the new one leads back to it (S-CLOSE-11). */
class ReopenStoryIT {

    private final Selling selling = new Selling("Second Chance");

    @Test
    void aLostDealIsContinuedByANewOne() {
        String deal = selling.deal("Reading room", "900.00");
        try (Window mavis = selling.window()) {
            mavis.open("opportunities/" + deal);
            mavis.button("Lose").click();
            Locator dialog = Selling.dialog(mavis, "Lose");
            Selling.choose(mavis, dialog, "Reason", "Price");
            Selling.press(dialog, "Lose");
            mavis.shows("Lose: done");

            mavis.button("Reopen").click();
            mavis.shows("Reopen: done");
            RunningProduct.eventually(
                    "the deal to be continued",
                    () -> selling.read("opportunities/" + deal).containsKey("reopenedAs"));
            String successor = selling.read("opportunities/" + deal)
                    .getJsonObject("reopenedAs")
                    .getString("id");
            mavis.page()
                    .locator("a[href$='/opportunities/" + successor + "']")
                    .first()
                    .click();

            mavis.page().waitForURL(Pattern.compile(".*/opportunities/" + successor + ".*"));
            assertThat(mavis.page()
                            .locator("a[href$='/opportunities/" + deal + "']")
                            .first())
                    .isVisible();
            assertThat(mavis.button("Win")).isVisible();
            Looks.fair(mavis, "reopened");
            assertThat(selling.read("opportunities/" + deal).getString("outcome"))
                    .isEqualTo("LOST");
            assertThat(selling.read("opportunities/" + successor).getString("outcome"))
                    .isEqualTo("IN_PROGRESS");
        }
    }
}
