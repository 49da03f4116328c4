package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** The administrator adds a field to accounts, and at once there is a place for it in their form and page (S-CF-01). */
class OwnFieldsStoryIT {

    private final String label = "Pool " + System.currentTimeMillis() % 1_000_000;
    private final Client admin = RunningProduct.get().as(DemoMember.ANNA_ADMIN);

    @AfterEach
    void hideIt() {
        admin.read("/api/tenants/acme/own-fields").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(field ->
                        field.getJsonObject("labels").getString("en", "").equals(label))
                .forEach(field ->
                        admin.send(Call.of("DELETE", "/api/tenants/acme/own-fields/" + field.getString("id"))));
    }

    @Test
    void addsAFieldAndFillsItInAtOnce() {
        try (Window window = Window.of(DemoMember.ANNA_ADMIN)) {
            window.open("settings/fields");
            window.page().getByLabel("Fields of").selectOption("core.account");
            Looks.good(window, "own-fields");

            add(window);
            window.shows(label);
            fill(window);

            assertThat(window.page().locator("dt", new Page.LocatorOptions().setHasText(label)))
                    .isVisible();
            window.shows("Heated");
            Looks.good(window, "record-with-an-own-field");
        }
    }

    private void add(Window window) {
        window.button("New field").click();
        Locator dialog = window.dialog();
        dialog.getByLabel("Label (English)").fill(label);
        dialog.getByRole(AriaRole.COMBOBOX, new Locator.GetByRoleOptions().setName("Kind"))
                .fill("List");
        window.page().keyboard().press("Enter");
        dialog.getByLabel("Choices").fill("Heated | Beheizt\nCold | Kalt");
        Looks.good(window, "own-field-form");
        dialog.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(dialog).hasCount(0);
    }

    private void fill(Window window) {
        window.open("accounts");
        window.button("New: Account").click();
        window.page()
                .getByLabel("Name", new Page.GetByLabelOptions().setExact(true))
                .first()
                .fill(label + " Ltd");
        window.page()
                .getByRole(AriaRole.COMBOBOX, new Page.GetByRoleOptions().setName(label))
                .fill("Heated");
        window.page().keyboard().press("Enter");
        window.button("Save").click();
    }
}
