package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedCall;

/** The administrator takes a payment provider in, a customer finds its page, and what was paid is booked (S-PAY-09). */
class PaymentProviderStoryIT {

    private static final String SECRET = "whsec_of_the_story";
    private static final String CUSTOMER = "ada@harbour-works.example";

    private final Selling selling = new Selling("Pay Here");

    @Test
    void whatACustomerPaysThroughAProviderIsBooked() {
        String invoice = invoice();
        String number = selling.read("invoices/" + invoice).getString("number");
        try (Window mavis = selling.window()) {
            String provider = takesIn(mavis);
            selling.done(Call.post(
                    selling.path("invoices/" + invoice + "/send"),
                    Json.createObjectBuilder().add("to", CUSTOMER).build()));

            mavis.page().navigate(link());
            assertThat(mavis.link("Pay now with Example Pay"))
                    .hasAttribute("href", "https://pay.example/" + number + "?sum=595.00");
            Looks.good(mavis, "invoice-of-a-customer");
            tells(provider, number);
            mavis.page().reload();
            mavis.shows("is paid");
            assertThat(mavis.link("Pay now with Example Pay")).hasCount(0);

            mavis.open("invoices/" + invoice);
            mavis.shows("Paid");
        }
    }

    private String takesIn(Window mavis) {
        mavis.open("payment-providers");
        mavis.button("New: Payment provider").first().click();
        Locator dialog = Selling.dialog(mavis, "New: Payment provider");
        field(dialog, "Name").fill("Example Pay");
        field(dialog, "Page on which customers pay").fill("http://pay.example");
        Selling.press(dialog, "Save");
        mavis.shows("An address that begins with https://");
        field(dialog, "Page on which customers pay").fill("https://pay.example/{number}?sum={amount}");
        Looks.fair(mavis, "payment-provider-new");
        Selling.press(dialog, "Save");

        mavis.heading("Example Pay").waitFor();
        mavis.button("Set secret").click();
        Locator secret = mavis.dialog();
        field(secret, "Secret").fill(SECRET);
        Selling.press(secret, "Set secret");
        String provider = selling.named("payment-providers", "Example Pay");
        mavis.shows("/api/callbacks/");
        RunningProduct.eventually(
                "the secret is kept",
                () -> selling.read("payment-providers/" + provider).getBoolean("secretKept"));
        Looks.good(mavis, "payment-provider");
        return provider;
    }

    private static Locator field(Locator dialog, String label) {
        return dialog.getByLabel(label, new Locator.GetByLabelOptions().setExact(true));
    }

    private String invoice() {
        String account = selling.made("accounts", "name", "Harbour Works");
        String invoice = selling.made("invoices", "account", account);
        JsonArray lines = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("description", "Advice")
                        .add("quantity", 5)
                        .add("unitPrice", 119)
                        .add("taxCategory", "Z")
                        .add("taxRate", 0))
                .build();
        selling.done(Call.put(
                        selling.path("invoices/" + invoice + "/invoice-lines"),
                        Json.createObjectBuilder().add("items", lines).build())
                .header("If-Match", "*"));
        selling.done(Call.post(selling.path("invoices/" + invoice + "/issue"), JsonValue.EMPTY_JSON_OBJECT));
        return invoice;
    }

    private static String link() {
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the invoice is mailed", () -> !product.mailsTo(CUSTOMER).isEmpty());
        String mail = product.mailsTo(CUSTOMER).getJsonObject(0).getString("text");
        return mail.substring(mail.indexOf("/links/"))
                .lines()
                .findFirst()
                .orElseThrow()
                .strip();
    }

    private void tells(String provider, String number) {
        JsonObject told = Json.createObjectBuilder()
                .add("id", "pay_of_the_story")
                .add("invoice", number)
                .add(
                        "amount",
                        Selling.money(
                                "595.00",
                                selling.read("manifest").getJsonObject("tenant").getString("currency")))
                .add("payer", "Ada Byron")
                .build();
        String tenant = selling.read("manifest").getJsonObject("tenant").getString("slug");
        assertThat(RunningProduct.get()
                        .asNobody()
                        .send(SignedCall.of(SignedCall.path(tenant, provider), SECRET, told.toString()))
                        .status())
                .isEqualTo(204);
    }
}
