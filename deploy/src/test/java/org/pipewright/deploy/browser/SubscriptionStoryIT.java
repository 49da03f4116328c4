package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** A customer pays every month: agreed on, looked at beforehand, activated, paused; and the books are checked. */
class SubscriptionStoryIT {

    private final Selling selling = new Selling("Fair Subscriptions");

    @Test
    void aSubscriptionIsInvoiced() {
        String subscription = subscription();
        try (Window mavis = selling.window()) {
            mavis.open("subscriptions/" + subscription);
            mavis.shows("Care of the lift");
            mavis.button("Activate").click();
            mavis.shows("Activate: done");
            Looks.good(mavis, "subscription");
            mavis.button("Pause").click();
            Locator pause = Selling.dialog(mavis, "Pause");
            assertThat(pause.getByLabel("First day of the pause")).not().hasValue("");
            Looks.fair(mavis, "subscription-pause");
            Selling.press(pause, "Pause");
            mavis.shows("Pause: done");
            mavis.button("Resume").click();
            Selling.press(Selling.dialog(mavis, "Resume"), "Resume");
            mavis.shows("Resume: done");
            mavis.open("subscriptions");
            mavis.shows("Lift 7");
            Looks.fair(mavis, "subscriptions");

            mavis.open("invoice-previews/" + preview());
            mavis.shows("49.00");
            Looks.good(mavis, "invoice-preview");
            mavis.open("ledger-checks/"
                    + selling.made("ledger-checks", Json.createObjectBuilder().build()));
            mavis.shows("Differences");
            Looks.fair(mavis, "ledger-check");
            mavis.open("settings/numbers");
            mavis.shows("Number series");
            Looks.fair(mavis, "number-series");
        }
        assertThat(selling.read("subscriptions/" + subscription).getString("status"))
                .isEqualTo("ACTIVE");
    }

    private String subscription() {
        String subscription = selling.made(
                "subscriptions",
                Json.createObjectBuilder()
                        .add("name", "Lift 7")
                        .add("account", selling.made("accounts", "name", "Harbour Lifts"))
                        .add("startsOn", LocalDate.now().plusDays(40).toString())
                        .build());
        JsonObject line = Json.createObjectBuilder()
                .add("description", "Care of the lift")
                .add("quantity", 1)
                .add("unitPrice", 49)
                .add("taxCategory", "Z")
                .add("taxRate", 0)
                .build();
        selling.done(Call.put(
                        selling.path("subscriptions/" + subscription + "/subscription-lines"),
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder().add(line))
                                .build())
                .header("If-Match", "*"));
        return subscription;
    }

    private String preview() {
        return selling.made(
                "invoice-previews",
                Json.createObjectBuilder()
                        .add("untilDay", LocalDate.now().plusMonths(5).toString())
                        .build());
    }
}
