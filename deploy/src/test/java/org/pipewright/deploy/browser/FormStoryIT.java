package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.JsonObject;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** From a form on the web to a won deal: somebody asks, confirms by mail, is qualified and buys. */
class FormStoryIT {

    private final String word = "Story" + UUID.randomUUID().toString().substring(0, 6);
    private final String email = word.toLowerCase(java.util.Locale.ROOT) + "@visitor.example";

    /** The form stands in a page of somebody else, of another origin. */
    @Test
    void aVisitorFillsInAFormAndBecomesACustomer() {
        try (ForeignSite site = ForeignSite.open()) {
            JsonObject form = published(site.origin());
            looksGood(form.getString("address"));
            fillsIn(site.show(form.getString("snippet")));
        }
        confirms();
        isQualifiedAndWon();
    }

    private JsonObject published(String site) {
        try (Window anna = Window.of(DemoMember.ANNA_ADMIN)) {
            anna.open("lead-forms");
            anna.button("New: Lead form").first().click();
            enter(anna, "Name", word);
            enter(anna, "Heading", "Contact us");
            enter(anna, "Introduction", "Tell us what you need. We answer within a day.");
            enter(anna, "Consent to be given", "You may write to me about my request.");
            enter(anna, "Sites that may show it, one a line", site);
            anna.dialog().getByLabel("Confirm by mail first").check();
            anna.button("Save").click();
            anna.shows("Markup for other sites");
            Looks.fair(anna, "lead-form");
            return RunningProduct.get()
                    .as(DemoMember.ANNA_ADMIN)
                    .done(Call.get("/api/tenants/acme/lead-forms").query("filter", "name==" + word))
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0);
        }
    }

    private static void enter(Window window, String field, String value) {
        window.dialog()
                .getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private static void looksGood(String form) {
        try (Window visitor = Window.ofNobody()) {
            visitor.page().navigate(form);
            Looks.good(visitor, "form");
        }
    }

    private void fillsIn(String contact) {
        try (Window visitor = Window.ofNobody()) {
            visitor.page().navigate(contact + "?utm_source=fair");
            FrameLocator form = visitor.page().frameLocator("iframe");
            form.getByLabel("Last name").fill(word);
            form.getByLabel("Company").fill(word + " Ltd");
            form.getByLabel("E-mail").fill(email);
            // As fast as people type: what is sent within two seconds is taken for a program's.
            form.getByLabel("Your message")
                    .pressSequentially("Forty machines", new Locator.PressSequentiallyOptions().setDelay(200));
            form.getByLabel("You may write to me").check();
            form.getByRole(AriaRole.BUTTON, new FrameLocator.GetByRoleOptions().setName("Send"))
                    .click();
            assertThat(form.getByText("We have sent you a mail")).isVisible();
        }
    }

    private void confirms() {
        try (Window visitor = Window.ofNobody()) {
            visitor.page().navigate(Mailbox.linkIn(email));
            Looks.good(visitor, "form-confirm");
            visitor.button("Confirm").click();
            visitor.shows("We have received what you wrote");
        }
    }

    private void isQualifiedAndWon() {
        try (Window anna = Window.of(DemoMember.ANNA_ADMIN)) {
            anna.open("leads?q=" + word);
            anna.page()
                    .getByText(word, new Page.GetByTextOptions().setExact(true))
                    .first()
                    .click();
            anna.shows("Forty machines");
            anna.shows("fair");
            Looks.fair(anna, "lead-of-form");
            anna.button("Qualify").click();
            Locator confirmed =
                    anna.dialog().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Qualify"));
            anna.page()
                    .waitForResponse(
                            answer -> answer.url().endsWith("/qualify")
                                    && answer.request().method().equals("POST"),
                            confirmed::click);
            win(anna);
            anna.open("opportunities?q=" + word);
            anna.shows("Won");
            assertThat(anna.text(word + " Ltd").first()).isVisible();
        }
    }

    private void win(Window anna) {
        anna.open("opportunities?q=" + word);
        anna.page().getByText(word + " Ltd").first().click();
        anna.button("Win").click();
        Locator dialog = Selling.dialog(anna, "Win");
        dialog.getByLabel("Revenue (amount if empty)").fill("4000");
        Looks.fair(anna, "win");
        Selling.press(dialog, "Win");
        anna.shows("Win: done");
    }
}
