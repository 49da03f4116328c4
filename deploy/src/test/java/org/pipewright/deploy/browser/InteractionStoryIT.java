package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** A call turns out to be a chance: the deal made of it knows with whom and about what it was (S-ACT-06, S-OPP-06). */
class InteractionStoryIT {

    private final Selling selling = new Selling("Good Talks");

    @Test
    void aDealIsMadeOfACall() {
        String account = selling.made("accounts", "name", "Harbour Works");
        String contact = selling.made(
                "contacts",
                Json.createObjectBuilder()
                        .add("lastName", "Hafen")
                        .add("account", account)
                        .build());
        String call = call("contacts/" + contact);
        try (Window mavis = selling.window()) {
            mavis.open("activities/" + call);
            mavis.button("Make a record of it").click();
            mavis.entry("Opportunity").click();
            Locator dialog = Selling.dialog(mavis, "New: Opportunity");
            assertThat(dialog.getByLabel("Name", new Locator.GetByLabelOptions().setExact(true)))
                    .hasValue("Asked for scanners");
            Looks.fair(mavis, "deal-of-a-call");
            Selling.press(dialog, "Save");

            assertThat(mavis.page().locator("pw-activity-links li")).hasCount(2);
            JsonObject deal = selling.read("opportunities/" + selling.named("opportunities", "Asked for scanners"));
            assertThat(deal.getJsonObject("account").getString("id")).isEqualTo(account);
            assertThat(deal.getJsonObject("contact").getString("id")).isEqualTo(contact);
            assertThat(deal.getString("need")).isEqualTo("Forty, before the fair");
            mavis.open("opportunities/" + deal.getString("id"));
            mavis.shows("Asked for scanners");
        }
    }

    private String call(String record) {
        JsonObject call = Json.createObjectBuilder()
                .add("subject", "Asked for scanners")
                .add("kind", selling.named("activity-kinds", "Call"))
                .add("status", "HELD")
                .add("description", "Forty, before the fair")
                .build();
        return selling.done(Call.post(selling.path(record + "/activities"), call))
                .getString("id");
    }
}
