package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("The price of a line")
class PricesIT {

    private static final String FIELDS = "list,product,fromQuantity,unitPrice,validFrom,validUntil";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private final Desk desk = new Desk();
    private String account;
    private String product;

    @BeforeEach
    void begin() {
        account = desk.account("Buyer");
        product = product("category", "Machines " + desk.word, "price", money("100.00"));
    }

    @Test
    @DisplayName("is the one for its quantity and day in the list of the account (S-PROD-02, S-PROD-05)")
    void isThatOfTheQuantity() {
        String list = list("EUR");
        price(list, "unitPrice", "90.00");
        price(list, "unitPrice", "80.00", "fromQuantity", 10);
        price(
                list,
                "unitPrice",
                "1.00",
                "fromQuantity",
                10,
                "validFrom",
                "2020-01-01",
                "validUntil",
                TODAY.minusDays(1).toString());
        price(
                list,
                "unitPrice",
                "2.00",
                "fromQuantity",
                20,
                "validFrom",
                TODAY.plusDays(1).toString());
        buysBy(list);
        String quote = quote();

        save(quote, line(9), line(10), line(25));

        assertThat(prices(quote)).containsExactly("90", "80", "80");
        assertThat(sources(quote)).containsExactly(name("EUR"), name("EUR") + ", 10+", name("EUR") + ", 10+");
    }

    @Test
    @DisplayName("is else that of the list above, else of the one for everybody, else the product's, else typed")
    void isThatOfTheNextList() {
        String everybody = list("EVERYBODY");
        String above = list("ABOVE");
        String other = product("price", money("7.50"));
        String third = product();
        price(above, "unitPrice", "70.00");
        price(everybody, "unitPrice", "60.00");
        buysBy(list("BELOW", "parent", above));
        desk.anna.done(Call.post(ROOT + "price-lists/" + everybody + "/make-default", JsonValue.EMPTY_JSON_OBJECT));
        String quote = quote();

        Answer unpriced = put(quote, object("product", third));
        save(quote, line(1), object("product", other), object("product", third, "unitPrice", "5"));
        String ofNobody = quote(desk.account("Nobody"));
        save(ofNobody, line(1));

        assertThat(unpriced.fields()).containsExactly("items[0].unitPrice");
        assertThat(prices(quote)).containsExactly("70", "7.5", "5");
        assertThat(sources(quote)).containsExactly(name("ABOVE"), "Price of the product", "");
        assertThat(sources(ofNobody)).containsExactly(name("EVERYBODY"));
        assertThat(desk.anna
                        .send(Call.of("DELETE", ROOT + "price-lists/" + everybody))
                        .problem())
                .isEqualTo("standard-list");
    }

    @Test
    @DisplayName("is reckoned by the rule of its category, with the ending of the rule (S-PROD-03)")
    void isReckonedByARule() {
        String above = list("ABOVE");
        price(above, "unitPrice", "100.00");
        String list = list("VIP", "parent", above);
        rules(
                list,
                object("name", "Others", "category", "Other", "percent", -50),
                object(
                        "name",
                        "VIP -10 %",
                        "category",
                        "MACHINES " + desk.word,
                        "percent",
                        -10,
                        "ending",
                        "NINETY_NINE"));
        buysBy(list);
        String quote = quote();

        save(quote, line(1));

        assertThat(prices(quote)).containsExactly("89.99");
        assertThat(sources(quote)).containsExactly(name("ABOVE") + ", VIP -10 %");
    }

    @Test
    @DisplayName("is without tax where the list is with tax, and documents take over the basis of lists (S-PROD-04)")
    void isWithoutTax() {
        String list = list("GROSS", "prices", "GROSS");
        price(list, "unitPrice", "119.00");
        buysBy(list);
        String net = desk.made("quotes", object("name", desk.word, "account", account, "prices", "NET"));
        String gross = quote();

        save(net, line(1));
        save(gross, line(1));

        assertThat(prices(net)).containsExactly("100");
        assertThat(read(gross).getString("prices")).isEqualTo("GROSS");
        assertThat(prices(gross)).containsExactly("119");
        assertThat(read(gross).getJsonObject("net").getString("amount")).isEqualTo("100.00");
    }

    @Test
    @DisplayName(
            "stays as it was saved when lists change, follows the quantity, and is left alone once typed (S-PROD-06)")
    void staysAsItWas() {
        String list = list("EUR");
        String single = price(list, "unitPrice", "90.00");
        price(list, "unitPrice", "80.00", "fromQuantity", 10);
        buysBy(list);
        String quote = quote();
        save(quote, line(1), with(line(1), "unitPrice", "85"));

        desk.anna.done(patch("prices/" + single, object("unitPrice", "95")));
        desk.done(patchLine(lines(quote).get(1), object("quantity", 12)));
        assertThat(prices(quote)).containsExactly("90", "85");
        desk.done(patchLine(lines(quote).get(0), object("quantity", 12)));

        assertThat(prices(quote)).containsExactly("80", "85");
        assertThat(sources(quote)).containsExactly(name("EUR") + ", 10+", "");
    }

    @Test
    @DisplayName("is proposed while the form is filled in, beside whatever else a product says; nothing is written")
    void isProposed() {
        String list = list("EUR");
        price(list, "unitPrice", "80.00", "fromQuantity", 10);
        buysBy(list);
        String quote = quote();

        JsonObject proposal = desk.rita
                .done(Call.post(ROOT + "proposals/sales.quote-line", with(line(10), "quote", quote)))
                .json();
        Answer ofOthers = desk.rita.send(Call.post(ROOT + "proposals/core.account", object("name", "A")));

        assertThat(proposal.getJsonObject("values").getJsonNumber("unitPrice").bigDecimalValue())
                .isEqualByComparingTo("80");
        assertThat(proposal.getJsonObject("values").getString("description")).startsWith(desk.word);
        assertThat(proposal.getJsonObject("sources").getString("unitPrice")).isEqualTo(name("EUR") + ", 10+");
        assertThat(lines(quote)).isEmpty();
        assertThat(ofOthers.status()).isEqualTo(404);
    }

    @Test
    @DisplayName(
            "that is due again and again is marked so; products that are sold no more are not offered (S-PROD-01, -07)")
    void isDueAgain() {
        String monthly = product("price", money("10.00"), "recurrence", "MONTH", "type", "SERVICE");
        String quote = quote();
        save(quote, object("product", monthly));

        desk.anna.done(patch("products/" + monthly, object("active", false)));

        JsonObject line = lines(quote).get(0);
        assertThat(line.getString("recurrence")).isEqualTo("MONTH");
        assertThat(put(quote, line, object("product", monthly)).fields()).containsExactly("items[1].product");
        desk.done(put(quote, line));
    }

    @Test
    @DisplayName("follows the terms of the deal: list, currency, days and limit of discounts (S-ACC-09)")
    void followsTheTerms() {
        String list = list("TERMS");
        price(list, "unitPrice", "75.00");
        String terms = id(
                "terms-of-sale",
                object(
                        "name",
                        desk.word + " terms",
                        "account",
                        account,
                        "priceList",
                        list,
                        "currency",
                        "EUR",
                        "paymentDays",
                        14,
                        "discountLimit",
                        5));
        String deal = desk.deal("Custom sale", account, "terms", terms);
        desk.done(desk.save(deal, "opportunity-lines", object("product", product, "quantity", 2)));

        desk.done(desk.perform(deal, "quote", JsonValue.EMPTY_JSON_OBJECT));

        String quote = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "opportunity==" + deal))
                        .json())
                .get(0)
                .getString("id");
        assertThat(read(quote).getJsonObject("priceList").getString("id")).isEqualTo(list);
        assertThat(read(quote).getInt("paymentDays")).isEqualTo(14);
        assertThat(prices(quote)).containsExactly("75");
        desk.rita.done(patch("quotes/" + quote, object("discountPercent", 6)));
        Answer refused = desk.rita.send(Call.post(ROOT + "quotes/" + quote + "/send", object("to", "a@b.example")));
        assertThat(refused.problem()).isEqualTo("approval-needed");
    }

    @Test
    @DisplayName("of a list is from that list no more in another currency, and stays as if it was typed (S-CUR-07)")
    void isFromNoListInAnotherCurrency() {
        String list = list("ABROAD");
        price(list, "unitPrice", "90.00");
        price(list, "unitPrice", "80.00", "fromQuantity", 10);
        buysBy(list);
        String quote = quote();
        save(quote, line(1));

        desk.done(desk.rita.send(Call.post(
                ROOT + "quotes/" + quote + "/change-currency", object("currency", "USD", "numbers", "KEEP"))));
        desk.done(patchLine(lines(quote).get(0), object("quantity", 10)));

        assertThat(prices(quote)).containsExactly("90");
        assertThat(sources(quote)).containsExactly("");
        assertThat(read(quote).getJsonObject("net")).isEqualTo(money("900.00", "USD"));
    }

    @Test
    @DisplayName("comes back unchanged through a file (S-PROD-09)")
    void comesBackThroughAFile() {
        String list = list("FILE");
        list("COPY");
        price(list, "unitPrice", "90");
        price(list, "unitPrice", "80.1234", "fromQuantity", 10, "validFrom", "2026-01-01", "validUntil", "2999-12-31");
        String file = desk.anna
                .done(Call.get(ROOT + "prices/export")
                        .query("filter", "list==" + list)
                        .query("header", "names")
                        .query("fields", FIELDS)
                        .query("bom", "false"))
                .body();

        bringIn(file.replace(name("FILE"), name("COPY")).replaceAll("(?m)^[0-9a-f-]{36},", ","));

        List<JsonObject> copies = pricesOf(desk.id("price-lists", name("COPY")));
        assertThat(copies)
                .hasSize(2)
                .map(PricesIT::content)
                .isEqualTo(pricesOf(list).stream().map(PricesIT::content).toList());
    }

    private List<JsonObject> pricesOf(String list) {
        return items(desk.anna
                .done(Call.get(ROOT + "prices").query("filter", "list==" + list).query("sort", "fromQuantity"))
                .json());
    }

    private static List<JsonValue> content(JsonObject price) {
        return Stream.of(FIELDS.split(","))
                .filter(name -> !name.equals("list"))
                .map(price::get)
                .toList();
    }

    private void bringIn(String file) {
        JsonObject imported = desk.anna
                .done(Call.of("POST", ROOT + "imports")
                        .query("recordType", "core.price")
                        .with("text/csv", file))
                .json();
        String run = ROOT + "imports/" + imported.getString("id");
        desk.anna.done(Call.put(run + "/mapping", desk.anna.read(run).getJsonObject("mapping")));
        List.of("validate", "run").forEach(step -> {
            desk.anna.done(Call.of("POST", run + "/" + step));
            RunningProduct.eventually(
                    "import: " + step,
                    () -> desk.anna.read(run).getString("work", "").isEmpty());
        });
    }

    private String product(Object... more) {
        return id("products", with(object(more), "name", desk.word + " " + UUID.randomUUID()));
    }

    private String name(String list) {
        return desk.word + " " + list;
    }

    private String list(String name, Object... more) {
        return id("price-lists", with(with(object(more), "name", name(name)), "currency", "EUR"));
    }

    private String price(String list, Object... more) {
        return id("prices", with(with(object(more), "list", list), "product", product));
    }

    private void rules(String list, JsonObject... rules) {
        desk.done(put("price-lists/" + list + "/price-adjustments", desk.anna, rules));
    }

    private void buysBy(String list) {
        desk.anna.done(patch("accounts/" + account, object("priceList", list)));
    }

    private String id(String path, JsonObject body) {
        return desk.anna.done(Call.post(ROOT + path, body)).json().getString("id");
    }

    private String quote() {
        return quote(account);
    }

    private String quote(String customer) {
        return desk.made("quotes", object("name", desk.word, "account", customer));
    }

    private JsonObject line(int quantity) {
        return object("product", product, "quantity", quantity);
    }

    private List<JsonObject> lines(String quote) {
        return items(desk.rita.read(ROOT + "quotes/" + quote + "/quote-lines"));
    }

    private List<String> prices(String quote) {
        return lines(quote).stream()
                .map(line -> line.getJsonNumber("unitPrice").bigDecimalValue())
                .map(BigDecimal::stripTrailingZeros)
                .map(BigDecimal::toPlainString)
                .toList();
    }

    private List<String> sources(String quote) {
        return lines(quote).stream()
                .map(line -> line.getString("priceSource", ""))
                .toList();
    }

    private JsonObject read(String quote) {
        return desk.rita.read(ROOT + "quotes/" + quote);
    }

    private void save(String quote, JsonObject... lines) {
        desk.done(put(quote, lines));
    }

    private Answer put(String quote, JsonObject... lines) {
        return put("quotes/" + quote + "/quote-lines", desk.rita, lines);
    }

    private static Answer put(String path, Client client, JsonObject... parts) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List.of(parts).forEach(items::add);
        return client.send(Call.put(
                        ROOT + path,
                        Json.createObjectBuilder().add("items", items).build())
                .header("If-Match", "*"));
    }

    private static Call patch(String path, JsonObject changes) {
        return Call.of("PATCH", ROOT + path).with(changes).header("If-Match", "*");
    }

    private Answer patchLine(JsonObject line, JsonObject changes) {
        return desk.rita.send(patch("quote-lines/" + line.getString("id"), changes));
    }
}
