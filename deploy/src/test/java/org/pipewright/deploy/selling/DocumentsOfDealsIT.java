package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.access.Acme;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("A deal with documents")
class DocumentsOfDealsIT {

    private static final String WIN = "sales.win-when-accepted";
    private static final String CLOSE = "sales.close-when-delivered";
    private static final String AMOUNT = "sales.amount-follows-quote";

    private final Desk desk = new Desk();
    private String deal;

    @BeforeEach
    void begin() {
        deal = desk.deal("Custom sale", desk.account("Documents"));
        line("10.00");
    }

    @AfterEach
    void end() {
        desk.choose(WIN, false);
        desk.choose(CLOSE, false);
        desk.choose(AMOUNT, false);
    }

    @Test
    @DisplayName("is won by the acceptance and closed by the last delivery (S-CLOSE-15, S-ORD-10)")
    void followsItsDocuments() {
        desk.choose(WIN, true);
        desk.choose(CLOSE, true);

        String order = orderOf(desk.accepted(deal));
        JsonObject won = desk.read(deal);
        order(order, "confirm");
        order(order, "deliver");

        assertThat(won.getString("outcome")).isEqualTo("WON");
        assertThat(won.getBoolean("closed")).isFalse();
        assertThat(won.getJsonObject("closeRevenue").getString("amount")).isEqualTo("50.00");
        assertThat(desk.read(deal).getBoolean("closed")).isTrue();
    }

    @Test
    @DisplayName("lists its quotes for those only who may see them, and only where there are any (S-PLAT-08)")
    void listsItsQuotes() {
        String quote = desk.quote(deal);
        DemoMember reader = DemoMember.OTTO_ONLY;
        Client otto = RunningProduct.get().as(reader);
        Call quotes = Call.get(ROOT + "quotes").query("filter", "opportunity==" + deal);
        JsonObject deals = Acme.grant("sales.opportunity", "view", "tenant");

        assertThat(listedOnItsPage(desk.rita)).contains("sales.quote", "sales.order");
        assertThat(items(desk.rita.done(quotes).json()).get(0).getString("id")).isEqualTo(quote);
        Acme.holding(reader, List.of(Acme.role(deals)), () -> {
            assertThat(otto.read(ROOT + "opportunities/" + deal).getString("id"))
                    .isEqualTo(deal);
            assertThat(listedOnItsPage(otto)).doesNotContain("sales.quote", "sales.order");
            assertThat(otto.send(quotes).status()).isEqualTo(403);
        });
        String ofQuotes = Acme.role(deals, Acme.grant("sales.quote", "view", "tenant"));
        Acme.holding(reader, List.of(ofQuotes), () -> {
            assertThat(listedOnItsPage(otto)).contains("sales.quote").doesNotContain("sales.order");
            assertThat(items(otto.done(quotes).json())).hasSize(1);
        });

        String feature = ROOT + "features/sales.quotes";
        desk.anna.done(Call.put(feature, object("enabled", false)));
        try {
            assertThat(listedOnItsPage(desk.rita)).doesNotContain("sales.quote", "sales.order");
            assertThat(desk.rita.send(quotes).problem()).isEqualTo("feature-disabled");
        } finally {
            desk.anna.done(Call.put(feature, object("enabled", true)));
        }
    }

    @Test
    @DisplayName("has documents that are listed by its customer, for those only who may see the deal (S-ACC-03)")
    void hasDocumentsOfItsCustomer() {
        String account = desk.account("Customers");
        String customer = desk.made("customers", object("name", desk.word + " Buyer", "account", account));
        String quote = desk.quote(desk.deal("Custom sale", account, "customer", customer));
        desk.quote(desk.deal("Custom sale", account));
        Call quotes = Call.get(ROOT + "quotes").query("filter", "opportunity.customer==" + customer);
        Client otto = RunningProduct.get().as(DemoMember.OTTO_ONLY);
        JsonObject ofQuotes = Acme.grant("sales.quote", "view", "tenant");
        JsonObject ofDeals = Acme.grant("sales.opportunity", "view", "tenant");

        assertThat(ids(desk.rita, quotes)).containsExactly(quote);
        Acme.holding(
                DemoMember.OTTO_ONLY,
                List.of(Acme.role(ofQuotes, ofDeals)),
                () -> assertThat(ids(otto, quotes)).containsExactly(quote));
        Acme.holding(
                DemoMember.OTTO_ONLY,
                List.of(Acme.role(ofQuotes)),
                () -> assertThat(ids(otto, quotes)).isEmpty());
    }

    private static List<String> ids(Client who, Call list) {
        return items(who.done(list).json()).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    @Test
    @DisplayName(
            "has documents that are found by their numbers, whole or in part, and drafts by their names (S-SRCH-05)")
    void hasDocumentsFoundByTheirNumbers() {
        String draft = desk.quote(deal);
        String quote = desk.accepted(deal);
        String order = orderOf(quote);
        order(order, "confirm");

        assertFoundByItsNumber("quotes", quote);
        assertFoundByItsNumber("orders", order);
        assertThat(read("quotes", draft)).containsEntry("number", JsonValue.NULL);
        assertThat(Acme.found(desk.rita, read("quotes", draft).getString("name")))
                .contains(draft);
    }

    /** As it is written, in small letters, and without its beginning. */
    private void assertFoundByItsNumber(String path, String document) {
        String number = number(path, document);
        for (String typed : List.of(number, number.toLowerCase(Locale.ROOT), number.substring(1))) {
            assertThat(Acme.found(desk.rita, typed)).as(typed).contains(document);
        }
    }

    /** What refers to deals is listed on the page of one, as far as the person knows of it. */
    private static List<String> listedOnItsPage(Client who) {
        return who.read(ROOT + "manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                        .anyMatch(field -> field.getString("references", "").equals("sales.opportunity")))
                .map(type -> type.getString("name"))
                .toList();
    }

    @Test
    @DisplayName("is left as it is by its documents unless the tenant wants otherwise (S-CLOSE-15)")
    void isLeftAsItIs() {
        String order = orderOf(desk.accepted(deal));
        order(order, "confirm");
        order(order, "deliver");

        assertThat(desk.read(deal).getString("outcome")).isEqualTo("IN_PROGRESS");
    }

    @Test
    @DisplayName("is not lost with an accepted quote or an order; open quotes are cancelled with it (S-CLOSE-10)")
    void isNotLostBehindTheCustomersBack() {
        String sent = desk.quote(deal);
        desk.send(sent);
        Answer open = lose(false);
        String accepted = desk.accepted(deal);
        Answer promised = lose(true);
        desk.rita.done(Call.post(ROOT + "orders/" + orderOf(accepted) + "/cancel", object("reason", "Mistaken")));
        Answer refused = lose(true);

        assertThat(open.problem()).isEqualTo("quote-open");
        assertThat(open.json().getString("detail")).contains(number("quotes", sent));
        assertThat(promised.problem()).isEqualTo("deal-ordered");
        assertThat(refused.problem()).isEqualTo("deal-accepted");
        assertThat(refused.json().getString("detail")).contains(number("quotes", accepted));

        String other = desk.deal("Custom sale", desk.account("Ordered"));
        desk.made("orders", object("name", desk.word, "account", desk.account("Orders"), "opportunity", other));
        Answer ordered = desk.perform(other, "lose", defeat(true));
        assertThat(ordered.problem()).isEqualTo("deal-ordered");
    }

    @Test
    @DisplayName("takes its open quotes with it when it is lost (S-CLOSE-10)")
    void takesItsQuotesWithIt() {
        String sent = desk.quote(deal);
        desk.send(sent);

        desk.done(lose(true));

        assertThat(read("quotes", sent).getString("status")).isEqualTo("CANCELLED");
    }

    @Test
    @DisplayName("is worth what its leading quote comes to, if that is wanted (S-QUO-16)")
    void followsItsLeadingQuote() {
        desk.choose(AMOUNT, true);
        desk.quote(deal);
        JsonObject first = desk.read(deal);
        line("20.00");
        String second = desk.quote(deal);

        JsonObject before = desk.read(deal);
        quote(second, "lead", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(first.getString("amountMode")).isEqualTo("QUOTE");
        assertThat(first.getJsonObject("amount").getString("amount")).isEqualTo("50.00");
        assertThat(before.getJsonObject("amount").getString("amount")).isEqualTo("50.00");
        assertThat(desk.read(deal).getJsonObject("amount").getString("amount")).isEqualTo("100.00");
        assertThat(desk.read(deal).getJsonObject("quoteTotal").getString("amount"))
                .isEqualTo("100.00");
    }

    @Test
    @DisplayName("offers to cancel its other quotes when one is accepted (S-QUO-16)")
    void offersToCancelTheOthers() {
        String other = desk.quote(deal);
        String accepted = desk.accepted(deal);

        quote(accepted, "cancel-others", object("reason", "Taken"));

        assertThat(read("quotes", other).getString("status")).isEqualTo("CANCELLED");
        assertThat(read("quotes", accepted).getString("status")).isEqualTo("ACCEPTED");
        assertThat(desk.rita
                        .send(Call.post(
                                ROOT + "quotes/" + accepted + "/cancel-others", object("reason", "None is left")))
                        .status())
                .isEqualTo(409);
    }

    @ParameterizedTest(name = "{0}: refused for the deal {1}, for the account {2}")
    @DisplayName("stays out of the bin as long as its documents count, and so does its account (S-OPP-27, S-ACC-10)")
    @CsvSource({
        "a draft quote,      false, false",
        "a sent quote,       true,  true",
        "a rejected quote,   false, false",
        "an accepted quote,  true,  true",
        "an order,           true,  true",
        "a confirmed order,  true,  true",
        "a cancelled order,  false, false"
    })
    void staysWithItsDocuments(String document, boolean deal, boolean account) {
        String customer = desk.account("Binned");
        String sold = desk.deal("Custom sale", customer);
        document(document, sold, customer);
        String type = document.endsWith("order") ? "sales.order" : "sales.quote";

        Answer ofDeal = bin("opportunities/" + sold);
        desk.perform(sold, "win", Desk.victory());
        Answer ofAccount = bin("accounts/" + customer);

        assertStays(ofDeal, deal, type);
        assertStays(ofAccount, account, type);
    }

    @ParameterizedTest(name = "{0}: refused {1}")
    @DisplayName("is not decided by a slip of the hand once a document rests on the decision (S-CLOSE-13)")
    @CsvSource({
        "a draft quote,      false",
        "a sent quote,       false",
        "a later sent quote, true",
        "an order,           false",
        "a confirmed order,  true",
        "a cancelled order,  false"
    })
    void isNotCorrectedBehindItsDocuments(String document, boolean refused) {
        String customer = desk.account("Corrected");
        String sold = desk.deal("Custom sale", customer);
        String title = document.contains("later") ? "" : document(document, sold, customer);
        desk.done(desk.perform(sold, "win", Desk.victory()));
        title = document.contains("later") ? document(document, sold, customer) : title;

        Answer corrected = desk.anna.send(
                Call.post(ROOT + "opportunities/" + sold + "/correct", object("reason", "Wrong button")));

        assertThat(corrected.status()).isEqualTo(refused ? 409 : 200);
        if (refused) {
            assertThat(corrected.problem()).isEqualTo("decision-in-use");
            assertThat(corrected.json().getString("detail")).contains(title);
        }
        assertThat(desk.read(sold).getString("outcome")).isEqualTo(refused ? "WON" : "IN_PROGRESS");
    }

    private static void assertStays(Answer answer, boolean stays, String type) {
        assertThat(answer.status()).isEqualTo(stays ? 409 : 204);
        if (stays) {
            assertThat(answer.problem()).isEqualTo("needed");
            assertThat(answer.json().getJsonArray("blocking").getValuesAs(JsonObject.class))
                    .singleElement()
                    .satisfies(needing -> {
                        assertThat(needing.getString("recordType")).isEqualTo(type);
                        assertThat(needing.getString("title")).isNotBlank();
                    });
        }
    }

    /** Number of a document of the deal as it is called in the tables, or its name while it has none. */
    private String document(String document, String sold, String customer) {
        if (document.endsWith("order")) {
            String order = desk.made("orders", object("name", desk.word, "account", customer, "opportunity", sold));
            if (document.contains("confirmed")) {
                desk.done(desk.rita.send(Call.put(
                                ROOT + "orders/" + order + "/order-lines",
                                object(
                                        "items",
                                        Json.createArrayBuilder()
                                                .add(object("description", "Part", "quantity", 1, "unitPrice", 5))
                                                .build()))
                        .header("If-Match", "*")));
                order(order, "confirm");
            } else if (document.contains("cancelled")) {
                desk.rita.done(Call.post(ROOT + "orders/" + order + "/cancel", object("reason", "Mistaken")));
            }
            return read("orders", order).getString("number", desk.word);
        }
        desk.done(desk.save(
                sold, "opportunity-lines", object("description", "Part", "quantity", 5, "unitPrice", money("10.00"))));
        String quote = desk.quote(sold);
        if (!document.contains("draft")) {
            desk.send(quote);
        }
        if (document.contains("accepted")) {
            quote(quote, "accept", object("by", "Cora Customer", "reason", "By phone"));
            desk.rita.done(Call.post(
                    ROOT + "orders/" + orderOf(quote) + "/cancel", object("reason", "Only the quote is looked at")));
        } else if (document.contains("rejected")) {
            quote(quote, "reject", object("by", "Cora Customer", "reason", "Too dear"));
        }
        return read("quotes", quote).getString("number", "");
    }

    private Answer bin(String path) {
        return desk.anna.send(Call.of("DELETE", ROOT + path));
    }

    private void line(String price) {
        desk.done(desk.save(
                deal, "opportunity-lines", object("description", "Part", "quantity", 5, "unitPrice", money(price))));
    }

    private Answer lose(boolean cancelQuotes) {
        return desk.perform(deal, "lose", defeat(cancelQuotes));
    }

    private JsonObject defeat(boolean cancelQuotes) {
        return object(
                "lossReason",
                desk.id("loss-reasons", "Price"),
                "actualClose",
                "2026-06-15",
                "cancelQuotes",
                cancelQuotes);
    }

    private String orderOf(String quote) {
        return items(desk.rita
                        .done(Call.get(ROOT + "orders").query("filter", "quote==" + quote))
                        .json())
                .get(0)
                .getString("id");
    }

    private void order(String order, String verb) {
        desk.rita.done(Call.post(ROOT + "orders/" + order + "/" + verb, JsonValue.EMPTY_JSON_OBJECT));
    }

    private void quote(String quote, String verb, JsonObject input) {
        desk.rita.done(Call.post(ROOT + "quotes/" + quote + "/" + verb, input));
    }

    private JsonObject read(String path, String id) {
        return desk.rita.read(ROOT + path + "/" + id);
    }

    private String number(String path, String id) {
        return read(path, id).getString("number");
    }
}
