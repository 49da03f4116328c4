package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("What is optional in a quote")
class QuoteChoicesIT {

    private final Desk desk = new Desk();
    private final Client customer = RunningProduct.get().asNobody();
    private String quote;
    private Map<String, String> lines;

    @BeforeEach
    void begin() {
        quote = desk.quote(desk.deal("Custom sale", desk.account("Choosing")));
        save(
                object("description", "Machine", "quantity", 2, "unitPrice", 100, "quantityFrom", 1, "quantityTo", 5),
                object("description", "Training", "quantity", 1, "unitPrice", 50, "optional", true),
                object("description", "Warranty", "quantity", 1, "unitPrice", 30, "optional", true));
        lines = items(desk.rita.read(ROOT + "quotes/" + quote + "/quote-lines")).stream()
                .collect(Collectors.toMap(line -> line.getString("description"), line -> line.getString("id")));
    }

    @Test
    @DisplayName(
            "is not in its total until the customer chooses it; the order has what was chosen (S-QUO-09, S-PROD-08)")
    void isChosenByTheCustomer() {
        String link = desk.linked(quote);
        String before = net();
        String seen = seen(customer.done(Call.get(link)).json());

        JsonObject page = choose(link, "3", true).json();
        String after = net();
        Answer stale = accept(link, seen);
        desk.done(accept(link, seen(page)));

        assertThat(before).isEqualTo("200.00");
        assertThat(after).isEqualTo("350.00");
        assertThat(page.getJsonArray("sums").toString()).contains("350");
        assertThat(stale.status()).isEqualTo(409);
        assertThat(stale.problem()).isEqualTo("choice-changed");
        assertThat(stale.fields()).containsExactly("seen");
        assertThat(items(desk.rita.read(ROOT + "quotes/" + quote + "/quote-decisions"))
                        .get(0)
                        .getString("choice"))
                .isEqualTo("+ Machine × 3\n+ Training × 1\n– Warranty × 1");
        assertThat(ordered()).containsExactly("Machine 3", "Training 1");
    }

    @Test
    @DisplayName("can be left again, and is chosen within its limits only (S-QUO-09)")
    void isChosenWithinLimits() {
        String link = desk.linked(quote);
        choose(link, "5", true);

        Answer tooMuch = choose(link, "5.0001", false);
        Answer nonsense = choose(link, "many", false);
        choose(link, "1", false);

        assertThat(tooMuch.status()).isEqualTo(400);
        assertThat(tooMuch.fields()).containsExactly("quantity-" + lines.get("Machine"));
        assertThat(nonsense.fields()).containsExactly("quantity-" + lines.get("Machine"));
        assertThat(net()).isEqualTo("100.00");
    }

    @Test
    @DisplayName("is chosen on the page without any script (S-QUO-09)")
    void isShownAsAForm() {
        String link = desk.linked(quote);
        choose(link, "4", true);

        String page = customer.send(Call.get(link.substring("/api".length()))).body();

        assertThat(page)
                .contains("type=\"number\"")
                .contains("min=\"1\" max=\"5\" value=\"4\"")
                .contains("name=\"option-" + lines.get("Training") + "\" checked")
                .contains("name=\"option-" + lines.get("Warranty") + "\">")
                .contains("type=\"hidden\" name=\"seen\"");
    }

    @Test
    @DisplayName("is offered in a quantity between its limits (S-QUO-09)")
    void isOfferedBetweenItsLimits() {
        JsonObject line = object("description", "Machine", "quantity", 2, "unitPrice", 1, "quantityFrom", 3);

        Answer refused = desk.rita.send(saved(line));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("quantity").contains("out-of-range");
    }

    @Test
    @DisplayName("of a bundle is offered at its own price; the rest is in the bundle's (S-PROD-08)")
    void isPartOfABundle() {
        String mouse = product("Mouse", "20.00");
        String cable = product("Cable", "5.00");
        String bag = product("Bag", "40.00");
        String bundle = product("Set", "99.00");
        consist(
                bundle,
                object("product", mouse),
                object("product", cable, "quantity", 2),
                object("product", bag, "optional", true));
        String own = net(object("product", bundle, "quantity", 3));
        List<String> expanded = told();

        desk.anna.done(Call.of("PATCH", ROOT + "products/" + bundle)
                .with(object("bundlePrice", "SUM"))
                .header("If-Match", "*"));
        String sum = net(object("product", bundle, "quantity", 3));

        assertThat(own).isEqualTo("297.00");
        assertThat(sum).isEqualTo("90.00");
        assertThat(expanded).containsExactly("Set 3 99", "Mouse 3 0", "Cable 6 0", "Bag 3 40 optional");
    }

    @Test
    @DisplayName("of a bundle comes once: the next version has the same lines (S-PROD-08)")
    void comesOnce() {
        String bundle = product("Set", "99.00");
        consist(bundle, object("product", product("Mouse", "20.00")));
        save(object("product", bundle), object("description", "Set-up", "unitPrice", 1));
        List<String> first = told();
        desk.linked(quote);
        desk.rita.done(Call.post(ROOT + "quotes/" + quote + "/revise", object()));
        quote = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "revises==" + quote))
                        .json())
                .get(0)
                .getString("id");

        assertThat(first).containsExactly("Set 1 99", "Mouse 1 0", "Set-up 1 1");
        assertThat(told()).isEqualTo(first);
    }

    @Test
    @DisplayName("of a bundle is no bundle itself (S-PROD-08)")
    void isNoBundle() {
        String inner = product("Inner", "1.00");
        String outer = product("Outer", "1.00");
        consist(inner, object("product", product("Part", "1.00")));

        Answer nested = desk.anna.send(consisting(outer, object("product", inner)));
        Answer itself = desk.anna.send(consisting(outer, object("product", outer)));

        assertThat(nested.body()).contains("cycle");
        assertThat(itself.body()).contains("cycle");
    }

    private String product(String name, String price) {
        return desk.anna
                .done(Call.post(ROOT + "products", object("name", name, "price", Desk.money(price))))
                .json()
                .getString("id");
    }

    private void consist(String bundle, JsonObject... items) {
        desk.anna.done(consisting(bundle, items));
    }

    private static Call consisting(String bundle, JsonObject... items) {
        return Call.put(
                        ROOT + "products/" + bundle + "/bundle-items",
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder(List.of(items)))
                                .build())
                .header("If-Match", "*");
    }

    /** What the quote comes to with that line alone. */
    private String net(JsonObject line) {
        save(line);
        return net();
    }

    /** Text, quantity and price of each line in their order, and whether it is optional. */
    private List<String> told() {
        return items(desk.rita.read(ROOT + "quotes/" + quote + "/quote-lines")).stream()
                .map(line -> line.getString("description") + " "
                        + plain(line, "quantity") + " " + plain(line, "unitPrice")
                        + (line.getBoolean("optional") ? " optional" : ""))
                .toList();
    }

    private static String plain(JsonObject line, String number) {
        return line.getJsonNumber(number).bigDecimalValue().stripTrailingZeros().toPlainString();
    }

    private void save(JsonObject... all) {
        desk.rita.done(saved(all));
    }

    private Call saved(JsonObject... all) {
        return Call.put(
                        ROOT + "quotes/" + quote + "/quote-lines",
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder(List.of(all)))
                                .build())
                .header("If-Match", "*");
    }

    private Answer choose(String link, String machines, boolean training) {
        return customer.send(Call.post(
                link + "/choose",
                object(
                        "answers",
                        object(
                                "quantity-" + lines.get("Machine"),
                                machines,
                                "option-" + lines.get("Training"),
                                String.valueOf(training)))));
    }

    private Answer accept(String link, String seen) {
        return customer.send(Call.post(
                link + "/accept", object("answers", object("name", "Cora Customer", "consent", "true", "seen", seen))));
    }

    /** What the page asks to be sent back with an acceptance. */
    private static String seen(JsonObject page) {
        return page.getJsonArray("asks").getValuesAs(JsonObject.class).stream()
                .flatMap(ask -> ask.getJsonArray("questions").getValuesAs(JsonObject.class).stream())
                .filter(question -> question.getString("name").equals("seen"))
                .findFirst()
                .orElseThrow()
                .getString("value");
    }

    private String net() {
        return desk.rita.read(ROOT + "quotes/" + quote).getJsonObject("net").getString("amount");
    }

    private List<String> ordered() {
        String order = items(desk.rita
                        .done(Call.get(ROOT + "orders").query("filter", "quote==" + quote))
                        .json())
                .get(0)
                .getString("id");
        return items(desk.rita.read(ROOT + "orders/" + order + "/order-lines")).stream()
                .map(line -> line.getString("description") + " " + plain(line, "quantity"))
                .toList();
    }
}
