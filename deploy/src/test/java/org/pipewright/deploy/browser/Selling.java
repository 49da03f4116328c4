package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.SignedUp;

/** An organisation of its own for a story about deals: what is there before somebody opens a window. */
final class Selling {

    private final SignedUp organisation;

    Selling(String name) {
        organisation = SignedUp.as(name);
    }

    /** The administrator's window. */
    Window window() {
        return Window.of(organisation.adminEmail(), organisation.slug());
    }

    JsonObject read(String path) {
        return organisation.admin().read(organisation.path(path));
    }

    /** Id of a new record. */
    String made(String path, JsonObject body) {
        return done(Call.post(organisation.path(path), body)).getString("id");
    }

    /** Id of a new record with that one field. */
    String made(String path, String field, String value) {
        return made(path, Json.createObjectBuilder().add(field, value).build());
    }

    JsonObject done(Call call) {
        return organisation.admin().done(call).json();
    }

    String path(String rest) {
        return organisation.path(rest);
    }

    /** Id of the record of that name. */
    String named(String path, String name) {
        return done(Call.get(organisation.path(path)).query("filter", "name=='" + name + "'"))
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    /** Id of a new deal with a customer of its own, worth that much. */
    String deal(String name, String amount) {
        return made(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", name)
                        .add("account", made("accounts", "name", name + " Ltd"))
                        .add("amount", money(amount, "USD"))
                        .build());
    }

    static JsonObject money(String amount, String currency) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", currency)
                .build();
    }

    /** The dialog of that heading. */
    static Locator dialog(Window window, String heading) {
        return window.page()
                .getByRole(
                        AriaRole.DIALOG,
                        new Page.GetByRoleOptions().setName(heading).setExact(true));
    }

    /** Presses a button of a dialog. */
    static void press(Locator dialog, String button) {
        dialog.getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    /** Chooses what is offered under that name. */
    static void choose(Window window, Locator dialog, String label, String name) {
        Locator box = dialog.getByRole(
                        AriaRole.COMBOBOX,
                        new Locator.GetByRoleOptions().setName(label).setExact(true))
                .last();
        box.fill(name);
        Locator option = window.page()
                .getByRole(
                        AriaRole.OPTION,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
        assertThat(option).isVisible();
        option.click();
    }
}
