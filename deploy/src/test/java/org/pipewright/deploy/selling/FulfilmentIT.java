package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("What was asked for, offered and sold")
class FulfilmentIT {

    private static final String DEMAND = "demand-lines";
    private static final String NOT_OFFERED = "offeredQuantity=isnull=true;opportunity==";

    private final Desk desk = new Desk();
    private final String account = desk.account("Customer");
    private final String deal = desk.deal(desk.kind(true), account);

    @Test
    @DisplayName("becomes a quote in one click, whose lines remember what they answer (S-DEM-09, S-DEM-10)")
    void becomesAQuote() {
        ask(asked("Desks", 4, "400.00"), asked("Chairs", 10, "500.00"), object("description", "Something bright"));

        desk.done(desk.perform(deal, "quote-demand", JsonValue.EMPTY_JSON_OBJECT));

        String quote = newestQuote();
        assertThat(lines("quotes", quote))
                .extracting(line -> line.getString("description") + " "
                        + line.getJsonNumber("unitPrice").intValue() + " " + reference(line, "demandLine"))
                .containsExactly("Desks 100 " + id(0), "Chairs 50 " + id(1), "Something bright 0 " + id(2));
        assertThat(number(0, "offeredQuantity")).isEqualTo(4);
        assertThat(demand(0).getJsonObject("offeredAmount").getString("amount")).isEqualTo("400.00");
        assertThat(desk.read(deal).getJsonObject("demandOffered")).isEqualTo(read("quotes", quote, "net"));
        assertThat(desk.perform(deal, "quote-demand", JsonValue.EMPTY_JSON_OBJECT)
                        .status())
                .isEqualTo(409);
    }

    @Test
    @DisplayName("names the demand that no quote offers, and quotes just that (S-DEM-09)")
    void namesWhatIsNotOffered() {
        ask(asked("Desks", 1, "100.00"), asked("Chairs", 1, "50.00"), asked("Lamps", 1, "20.00"));
        String quote = desk.quote(deal);

        desk.done(save("quotes", quote, about(0, 1), about(1, 1)));
        List<String> left = notOffered();
        desk.done(desk.perform(deal, "quote-demand", JsonValue.EMPTY_JSON_OBJECT));
        List<JsonObject> second = lines("quotes", newestQuote());
        List<String> nothing = notOffered();
        cancel("quotes", quote);

        assertThat(left).containsExactly("Lamps");
        assertThat(second).extracting(line -> line.getString("description")).containsExactly("Lamps");
        assertThat(nothing).isEmpty();
        assertThat(notOffered()).containsExactlyInAnyOrder("Desks", "Chairs");
    }

    @Test
    @DisplayName("is told by the leading quote, for quotes are alternatives and do not add up")
    void isToldByTheLeadingQuote() {
        ask(asked("Desks", 4, "400.00"));
        String leading = desk.quote(deal);
        String other = desk.quote(deal);
        desk.done(save("quotes", leading, about(0, 3)));
        desk.done(save("quotes", other, about(0, 4)));

        int first = number(0, "offeredQuantity");
        desk.rita.done(Call.post(ROOT + "quotes/" + other + "/lead", JsonValue.EMPTY_JSON_OBJECT));

        assertThat(first).isEqualTo(3);
        assertThat(number(0, "offeredQuantity")).isEqualTo(4);
    }

    @Test
    @DisplayName("2 of 4 ordered are 50 %; what somebody typed counts while no order is about it (S-DEM-06)")
    void isMetByOrders() {
        ask(with(asked("Desks", 4, "400.00"), "fulfilment", 10), asked("Chairs", 1, "400.00"));
        String order = order();

        desk.done(save("orders", order, about(0, 2)));
        assertThat(fulfilment(0)).isEqualTo(50);
        assertThat(demand(0).getJsonObject("unmetAmount").getString("amount")).isEqualTo("200.00");
        assertThat(desk.read(deal).getInt("demandFulfilment")).isEqualTo(25);
        assertThat(desk.save(deal, DEMAND, object("id", id(0), "fulfilment", 90), object("id", id(1)))
                        .fields())
                .containsExactly("items[0].fulfilment");

        String line = lines("orders", order).get(0).getString("id");
        desk.done(save("orders", order, object("id", line, "quantity", 3), about(0, 1)));
        assertThat(fulfilment(0)).isEqualTo(100);
        desk.done(save("orders", order));
        assertThat(fulfilment(0)).isEqualTo(10);
        desk.done(save("orders", order, about(0, 2)));
        cancel("orders", order);
        assertThat(fulfilment(0)).isEqualTo(10);
        assertThat(demand(0).isNull("orderedQuantity")).isTrue();
    }

    @Test
    @DisplayName("is kept when a quote is revised and when it becomes an order")
    void isKeptByOrders() {
        ask(asked("Desks", 4, "400.00"));
        desk.done(desk.perform(deal, "quote-demand", JsonValue.EMPTY_JSON_OBJECT));
        String first = newestQuote();
        desk.send(first);
        desk.rita.done(Call.post(ROOT + "quotes/" + first + "/revise", JsonValue.EMPTY_JSON_OBJECT));
        String second = newestQuote();
        assertThat(lines("quotes", second))
                .extracting(line -> reference(line, "demandLine"))
                .containsExactly(id(0));

        desk.accept(second);

        String order = items(desk.rita
                        .done(Call.get(ROOT + "orders").query("filter", "quote==" + second))
                        .json())
                .get(0)
                .getString("id");
        assertThat(second).isNotEqualTo(first);
        assertThat(lines("orders", order))
                .extracting(line -> reference(line, "demandLine"))
                .containsExactly(id(0));
        assertThat(fulfilment(0)).isEqualTo(100);
        assertThat(desk.read(deal).getJsonObject("demandSold")).isEqualTo(read("orders", order, "net"));
    }

    @Test
    @DisplayName("is met by deliveries if the organisation says so (S-DEM-06)")
    void isMetByDeliveries() {
        ask(asked("Desks", 4, "400.00"));
        String order = order();
        desk.done(save("orders", order, about(0, 4)));
        desk.rita.done(Call.post(ROOT + "orders/" + order + "/confirm", JsonValue.EMPTY_JSON_OBJECT));
        try {
            meetBy("delivered");
            RunningProduct.eventually("nothing is delivered", () -> fulfilment(0) == 0);
            String line = lines("orders", order).get(0).getString("id");
            desk.done(save("orders", order, "deliveries", object("line", line, "quantity", 1)));
            assertThat(fulfilment(0)).isEqualTo(25);
            assertThat(number(0, "deliveredQuantity")).isOne();
        } finally {
            meetBy("ordered");
        }
        RunningProduct.eventually("all is ordered", () -> fulfilment(0) == 100);
    }

    @Test
    @DisplayName("is only ever what was asked for in the deal of the document")
    void belongsToItsDeal() {
        ask(asked("Desks", 4, "400.00"));
        String another = desk.quote(desk.deal(desk.word + " true", account));

        assertThat(save("quotes", another, about(0, 4)).fields()).containsExactly("items[0].demandLine");
    }

    @Test
    @DisplayName("outlives that the demand is gone for a while")
    void outlivesTheBin() {
        ask(asked("Desks", 4, "400.00"));
        String line = id(0);
        String order = order();
        desk.done(save("orders", order, about(0, 2)));

        desk.done(desk.save(deal, DEMAND));
        desk.rita.done(Call.post(ROOT + DEMAND + "/" + line + "/restore", JsonValue.EMPTY_JSON_OBJECT));

        assertThat(fulfilment(0)).isEqualTo(50);
    }

    @Test
    @DisplayName("stays as it was offered when the deal is lost and its quotes are withdrawn")
    void staysOfferedWhenLost() {
        ask(asked("Desks", 4, "400.00"));
        desk.done(desk.perform(deal, "quote-demand", JsonValue.EMPTY_JSON_OBJECT));

        desk.done(desk.perform(
                deal,
                "lose",
                object(
                        "lossReason",
                        desk.id("loss-reasons", "Price"),
                        "actualClose",
                        "2026-06-15",
                        "cancelQuotes",
                        true)));

        assertThat(number(0, "offeredQuantity")).isEqualTo(4);
    }

    @Test
    @DisplayName("is hidden while demand is switched off, and nothing is lost (S-DEM-12)")
    void isHiddenAndKept() {
        ask(asked("Desks", 4, "400.00"));
        String line = id(0);
        String order = order();
        desk.done(save("orders", order, about(0, 2)));
        try {
            switchDemand(false);
            String first = lines("orders", order).get(0).getString("id");
            assertThat(lines("orders", order).get(0)).doesNotContainKey("demandLine");
            assertThat(desk.read(deal)).doesNotContainKeys("demandOffered", "demandSold");
            assertThat(desk.perform(deal, "quote-demand", JsonValue.EMPTY_JSON_OBJECT)
                            .problem())
                    .isEqualTo("feature-disabled");
            desk.done(save("orders", order, object("id", first, "quantity", 3)));
        } finally {
            switchDemand(true);
        }
        assertThat(reference(lines("orders", order).get(0), "demandLine")).isEqualTo(line);
        assertThat(fulfilment(0)).isEqualTo(75);
    }

    private void switchDemand(boolean on) {
        desk.anna.done(Call.put(ROOT + "features/sales.primary-demand", object("enabled", on)));
    }

    private void meetBy(String what) {
        desk.anna.done(Call.put(ROOT + "settings/sales.demand-met-by", object("value", what)));
    }

    private void ask(JsonObject... lines) {
        desk.done(desk.save(deal, DEMAND, lines));
    }

    private JsonObject demand(int line) {
        return desk.parts(deal, DEMAND).get(line);
    }

    private String id(int line) {
        return demand(line).getString("id");
    }

    private int fulfilment(int line) {
        return demand(line).getInt("fulfilment");
    }

    private int number(int line, String field) {
        return demand(line).getJsonNumber(field).intValue();
    }

    private List<String> notOffered() {
        return items(desk.rita
                        .done(Call.get(ROOT + DEMAND).query("filter", NOT_OFFERED + deal))
                        .json())
                .stream()
                .map(line -> line.getString("description"))
                .toList();
    }

    private String newestQuote() {
        return items(desk.rita
                        .done(Call.get(ROOT + "quotes")
                                .query("filter", "opportunity==" + deal)
                                .query("sort", "-createdAt"))
                        .json())
                .get(0)
                .getString("id");
    }

    private String order() {
        return desk.made("orders", object("name", desk.word, "account", account, "opportunity", deal));
    }

    private void cancel(String path, String id) {
        desk.rita.done(Call.post(ROOT + path + "/" + id + "/cancel", object("reason", "A mistake")));
    }

    private JsonObject read(String path, String id, String field) {
        return desk.rita.read(ROOT + path + "/" + id).getJsonObject(field);
    }

    private List<JsonObject> lines(String path, String id) {
        return items(desk.rita.read(ROOT + path + "/" + id + "/" + linesOf(path)));
    }

    private static String linesOf(String path) {
        return path.equals("quotes") ? "quote-lines" : "order-lines";
    }

    private Answer save(String path, String id, JsonObject... lines) {
        return save(path, id, linesOf(path), lines);
    }

    private Answer save(String path, String id, String parts, JsonObject... lines) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List.of(lines).forEach(items::add);
        Call call = Call.put(
                ROOT + path + "/" + id + "/" + parts,
                Json.createObjectBuilder().add("items", items).build());
        return desk.rita.send(call.header("If-Match", "*"));
    }

    /** A line of a document about that line of demand. */
    private JsonObject about(int line, int quantity) {
        return object("description", "Answer", "quantity", quantity, "unitPrice", 10, "demandLine", id(line));
    }

    private static JsonObject asked(String words, int quantity, String amount) {
        return object("description", words, "quantity", quantity, "amount", money(amount));
    }
}
