package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** Many records changed at once: what could be done is done, the rest is told by name and reason. */
class BulkStoryIT {

    private static final double LONG = 60_000;

    private static SignedUp organisation;

    @BeforeAll
    static void bringAHundredIn() {
        organisation = SignedUp.as("Bulk Works");
        Client max = RunningProduct.get().as(organisation.join("max", "sales-manager"));
        IntStream.rangeClosed(1, 97).forEach(number -> bringIn(max, "Ours %02d".formatted(number)));
        IntStream.rangeClosed(1, 3).forEach(number -> bringIn(organisation.admin(), "Theirs " + number));
    }

    private static void bringIn(Client client, String name) {
        JsonObject account = Json.createObjectBuilder().add("name", name).build();
        client.done(Call.post(organisation.path("accounts"), account));
    }

    private static Window max() {
        return Window.of(organisation.email("max"), organisation.slug());
    }

    private static Locator bulk(Window max, String button) {
        return max.page()
                .getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Selected records"))
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    @Test
    void ninetySevenOfAHundredAreChangedAndThreeNamed() {
        try (Window max = max()) {
            selectAll(max);
            bulk(max, "Edit").click();
            max.dialog()
                    .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Industry"))
                    .click();
            max.dialog().getByLabel("Industry").fill("Shipping");
            Looks.fair(max, "bulk-edit");
            max.button("Save").click();

            assertThat(max.heading("97 done, 3 refused"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(LONG));
            assertThat(max.dialog().locator("tbody tr")).hasCount(3);
            for (int number = 1; number <= 3; number++) {
                assertThat(max.dialog().locator("tbody")).containsText("Theirs " + number);
            }
            assertThat(max.dialog().locator("tbody tr").first()).containsText("You are not allowed to do this.");
            Looks.good(max, "bulk-refused");
            max.dialog().getByText("Close").click();

            max.open("accounts?filter=industry%3D%3DShipping");
            assertThat(max.count()).hasText("97");
        }
    }

    private static void selectAll(Window max) {
        max.open("accounts?q=s");
        assertThat(max.count()).hasText("100");
        max.page().getByLabel("Select all loaded records").check();
        max.button("Select all 100 that match").click();
        assertThat(max.text("100 selected")).isVisible();
    }

    @Test
    void aWrongValueIsRefusedForEachByItsField() {
        JsonObject wrong = Json.createObjectBuilder()
                .add("filter", "name=='Ours 01'")
                .add("change", Json.createObjectBuilder().add("website", "no address"))
                .build();

        JsonObject failure = RunningProduct.get()
                .as(organisation.email("max"))
                .done(Call.post(organisation.path("accounts/bulk"), wrong).header("Accept-Language", "de"))
                .json()
                .getJsonArray("failed")
                .getJsonObject(0);

        assertThat(failure.getString("title")).isEqualTo("Ours 01");
        JsonObject error = failure.getJsonArray("errors").getJsonObject(0);
        assertThat(error.getString("field")).isEqualTo("website");
        assertThat(error.getString("message")).doesNotContain("core.").contains(" ");
    }

    @Test
    void whatIsNotThereForTheCallerHasNoName() {
        String nowhere = "01900000-0000-7000-8000-000000000000";
        JsonObject request = Json.createObjectBuilder()
                .add("ids", Json.createArrayBuilder().add(nowhere))
                .add("delete", true)
                .build();

        JsonObject failure = organisation
                .admin()
                .done(Call.post(organisation.path("accounts/bulk"), request))
                .json()
                .getJsonArray("failed")
                .getJsonObject(0);

        assertThat(failure.getString("problem")).isEqualTo("not-found");
        assertThat(failure).doesNotContainKey("title");
    }
}
