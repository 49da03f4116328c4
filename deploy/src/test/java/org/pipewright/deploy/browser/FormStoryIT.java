package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** From a form on the web to a won deal: somebody asks, confirms by mail, is qualified and buys. */
class FormStoryIT {

    private final String word = "Story" + UUID.randomUUID().toString().substring(0, 6);
    private final String email = word.toLowerCase(java.util.Locale.ROOT) + "@visitor.example";

    @Test
    void aVisitorFillsInAFormAndBecomesACustomer() {
        String form = published();
        fillsIn(form);
        confirms();
        isQualifiedAndWon();
    }

    private String published() {
        try (Window anna = Window.of(DemoMember.ANNA_ADMIN)) {
            anna.open("lead-forms");
            anna.button("New: Lead form").first().click();
            enter(anna, "Name", word);
            enter(anna, "Heading", "Contact us");
            enter(anna, "Introduction", "Tell us what you need. We answer within a day.");
            enter(anna, "Consent to be given", "You may write to me about my request.");
            anna.dialog().getByLabel("Confirm by mail first").check();
            anna.button("Save").click();
            anna.shows("Markup for other sites");
            Looks.fair(anna, "lead-form");
            return RunningProduct.get()
                    .as(DemoMember.ANNA_ADMIN)
                    .done(Call.get("/api/tenants/acme/lead-forms").query("filter", "name==" + word))
                    .json()
                    .getJsonArray("items")
                    .getJsonObject(0)
                    .getString("address");
        }
    }

    private static void enter(Window window, String field, String value) {
        window.dialog()
                .getByLabel(field, new Locator.GetByLabelOptions().setExact(true))
                .fill(value);
    }

    private void fillsIn(String form) {
        try (Window visitor = Window.ofNobody()) {
            Page page = visitor.page();
            page.navigate(form + "?utm_source=fair");
            Looks.good(visitor, "form");
            page.getByLabel("Last name").fill(word);
            page.getByLabel("Company").fill(word + " Ltd");
            page.getByLabel("E-mail").fill(email);
            // As fast as people type: what is sent within two seconds is taken for a program's.
            page.getByLabel("Your message")
                    .pressSequentially("Forty machines", new Locator.PressSequentiallyOptions().setDelay(200));
            page.getByLabel("You may write to me").check();
            visitor.button("Send").click();
            visitor.shows("We have sent you a mail");
            Looks.good(visitor, "form-sent");
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
