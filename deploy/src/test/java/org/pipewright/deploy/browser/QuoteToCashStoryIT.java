package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** From a deal to its money: quoted, accepted by the customer on a page of her own, ordered, invoiced and paid. */
class QuoteToCashStoryIT {

    private final String customer = "cora" + System.nanoTime() + "@harbour-fitters.example";
    private final Selling selling = new Selling("Fair Trades");

    @Test
    void aQuoteBecomesMoney() throws Exception {
        String deal = deal();
        selling.done(Call.put(
                selling.path("settings/sales.win-when-accepted"),
                Json.createObjectBuilder().add("value", true).build()));
        try (Window mavis = selling.window()) {
            takesUpAnEarlierTemplate(mavis);
            mavis.open("opportunities/" + deal);
            perform(mavis, "Make a quote");
            String quote = only("quotes", "opportunity==" + deal).getString("id");
            mavis.open("quotes/" + quote);
            mavis.shows("Workbench");
            Looks.fair(mavis, "quote-draft");
            mavis.button("Send").click();
            Locator letter = Selling.dialog(mavis, "Send");
            assertThat(letter.getByLabel("E-mail address")).hasValue(customer);
            Looks.good(mavis, "quote-send");
            Selling.press(letter, "Send");
            mavis.shows("Send: done");

            accept();

            mavis.open("quotes/" + quote);
            mavis.shows("Cora Customer");
            String order = only("orders", "quote==" + quote).getString("id");
            mavis.open("orders/" + order);
            mavis.button("Confirm").click();
            mavis.shows("Confirm: done");
            Looks.good(mavis, "order-confirmed");
            perform(mavis, "Invoice");
            String invoice = only("invoices", "status==DRAFT").getString("id");
            isToldWhatIsMissing(mavis, invoice);
            mavis.open("invoices/" + invoice);
            perform(mavis, "Issue");
            mavis.shows("INV-");
            mavis.button("Record payment").click();
            Locator receipt = Selling.dialog(mavis, "Record payment");
            Looks.good(mavis, "invoice-pay");
            Selling.press(receipt, "Record payment");
            mavis.shows("Record payment: done");
            mavis.shows("Paid");
            Looks.good(mavis, "invoice-paid");

            JsonObject paid = selling.read("invoices/" + invoice);
            assertThat(paid.getString("paymentStatus")).isEqualTo("PAID");
            assertThat(paid.getJsonObject("payable").getString("amount")).isEqualTo("500.00");
            assertThat(selling.read("opportunities/" + deal).getString("outcome"))
                    .isEqualTo("WON");
            standsWithItsCustomer(mavis, deal);
        }
    }

    /** Quote, order and invoice do not name the customer; their deal does (S-ACC-03). */
    private void standsWithItsCustomer(Window mavis, String deal) {
        String customer =
                selling.read("opportunities/" + deal).getJsonObject("customer").getString("id");
        mavis.open("customers/" + customer);
        for (String type : List.of("Opportunities", "Quotes", "Orders", "Invoices")) {
            Locator list = mavis.page()
                    .locator("section.related")
                    .filter(new Locator.FilterOptions()
                            .setHas(mavis.page()
                                    .getByRole(
                                            AriaRole.HEADING,
                                            new Page.GetByRoleOptions()
                                                    .setName(type)
                                                    .setExact(true))));
            assertThat(list.locator("li")).hasCount(1);
        }
        assertThat(mavis.page().locator("section.related").filter(new Locator.FilterOptions().setHasText("Leads")))
                .hasCount(0);
    }

    /** An earlier version is looked at in the editor, tried as a paper, and is in force again once it is saved (S-PDF-02). */
    private void takesUpAnEarlierTemplate(Window mavis) {
        template("<p>First {{title}}</p>");
        template("<p>Second {{title}}</p>");
        mavis.open("settings/papers");
        Locator card = mavis.page()
                .locator("section.card")
                .filter(new Locator.FilterOptions()
                        .setHas(mavis.page()
                                .getByRole(
                                        AriaRole.HEADING,
                                        new Page.GetByRoleOptions()
                                                .setName("Quote")
                                                .setExact(true))));
        button(card, "Edit template").click();
        Locator written = card.locator("textarea");
        assertThat(written).hasValue("<p>Second {{title}}</p>");
        button(card, "Take up: Version 1,").click();
        assertThat(written).hasValue("<p>First {{title}}</p>");
        Looks.good(mavis, "paper-versions");
        Response paper = mavis.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/preview"),
                        () -> button(card, "Preview: English").click());
        assertThat(paper.status()).isEqualTo(200);
        mavis.page()
                .waitForResponse(
                        answer -> answer.url().endsWith("/sales.quote"),
                        () -> button(card, "Save").click());

        assertThat(card).containsText("version 3");
        assertThat(selling.read("paper-templates/sales.quote").getString("template"))
                .isEqualTo("<p>First {{title}}</p>");
        button(card, "Edit template").click();
        button(card, "Use the template of the product").click();
        Selling.press(Selling.dialog(mavis, "Use the template of the product"), "Use the template of the product");
        assertThat(card).containsText("The template of the product");
    }

    private void template(String text) {
        selling.done(Call.put(
                selling.path("paper-templates/sales.quote"),
                Json.createObjectBuilder().add("template", text).build()));
    }

    private static Locator button(Locator inside, String name) {
        return inside.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name));
    }

    /** The customer, who has no account, follows the link of the mail. */
    private void accept() throws Exception {
        try (Window cora = Window.ofNobody()) {
            cora.page().navigate(Mailbox.linkIn(customer));
            assertThat(cora.page().getByText("Workbench")).isVisible();
            Download paper = cora.page()
                    .waitForDownload(
                            () -> cora.page().locator("a[download]").first().click());
            assertThat(Files.readString(paper.path(), StandardCharsets.ISO_8859_1))
                    .startsWith("%PDF-");
            Looks.good(cora, "quote-customer");
            Locator acceptance =
                    cora.page().locator("details").filter(new Locator.FilterOptions().setHasText("Accept"));
            acceptance.locator("summary").click();
            acceptance.getByLabel("Your name").fill("Cora Customer");
            acceptance.getByRole(AriaRole.CHECKBOX).check();
            acceptance.locator("button").click();
            assertThat(cora.page().getByRole(AriaRole.STATUS)).containsText("Cora Customer");
            Looks.good(cora, "quote-accepted");
        }
    }

    /** What stands against issuing leads to the field in which it is mended (S-EINV-04). */
    private void isToldWhatIsMissing(Window mavis, String invoice) {
        form(invoice, "XRECHNUNG");
        mavis.open("invoices/" + invoice);
        mavis.button("Issue").click();
        Locator dialog = Selling.dialog(mavis, "Issue");
        Selling.press(dialog, "Issue");
        Locator missing = dialog.getByRole(AriaRole.ALERT).getByRole(AriaRole.LISTITEM);
        Locator reference = missing.filter(new Locator.FilterOptions().setHasText("(BT-10)"));
        assertThat(reference).isVisible();
        assertThat(missing.filter(new Locator.FilterOptions().setHasText("(BG-16)")))
                .isVisible();
        Looks.good(mavis, "invoice-refused");
        reference.getByRole(AriaRole.LINK).click();
        Locator whole = Selling.dialog(mavis, "Edit: Invoice");
        assertThat(whole.getByLabel("Buyer reference")).isFocused();
        Looks.fair(mavis, "invoice-reference");
        Selling.press(whole, "Cancel");
        form(invoice, "NONE");
    }

    private void form(String invoice, String form) {
        selling.done(Call.of("PATCH", selling.path("invoices/" + invoice))
                .with(Json.createObjectBuilder().add("eInvoice", form).build())
                .header("If-Match", "*"));
    }

    private static void perform(Window window, String verb) {
        window.button(verb).click();
        Locator dialog = Selling.dialog(window, verb);
        Selling.press(dialog, verb);
        window.shows(verb + ": done");
    }

    private JsonObject only(String path, String filter) {
        return selling.done(Call.get(selling.path(path)).query("filter", filter))
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private String deal() {
        String account = selling.made("accounts", "name", "Harbour Fitters");
        String contact = selling.made(
                "contacts",
                Json.createObjectBuilder()
                        .add("firstName", "Cora")
                        .add("lastName", "Customer")
                        .add("account", account)
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("value", customer)))
                        .build());
        String buyer = selling.made(
                "customers",
                Json.createObjectBuilder()
                        .add("name", "Workshops of Harbour Fitters")
                        .add("account", account)
                        .build());
        String deal = selling.made(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", "Workshop")
                        .add("customer", buyer)
                        .add("account", account)
                        .add("contact", contact)
                        .add("amount", Selling.money("500.00", "USD"))
                        .build());
        JsonObject line = Json.createObjectBuilder()
                .add("description", "Workbench")
                .add("quantity", 2)
                .add("unitPrice", Selling.money("250.00", "USD"))
                .build();
        selling.done(Call.put(
                        selling.path("opportunities/" + deal + "/opportunity-lines"),
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder().add(line))
                                .build())
                .header("If-Match", "*"));
        return deal;
    }
}
