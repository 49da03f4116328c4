package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("An order")
class OrdersIT {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("is made once of an accepted quote, with its lines (S-QUO-15, S-ORD-03)")
    void isMadeOfAnAcceptedQuote() {
        String quote = accepted();

        JsonObject order = orderOf(quote);
        Answer again = desk.rita.send(Call.post(ROOT + "quotes/" + quote + "/order", JsonValue.EMPTY_JSON_OBJECT));

        assertThat(order.getString("status")).isEqualTo("DRAFT");
        assertThat(order.getJsonObject("payable").getString("amount")).isEqualTo("59.50");
        assertThat(again.status()).isEqualTo(409);
        assertThat(lines(order.getString("id"))).hasSize(1);
        assertThat(save(order.getString("id"), "order-lines", object("description", "More", "unitPrice", 1))
                        .problem())
                .isEqualTo("order-confirmed");
    }

    @Test
    @DisplayName("is delivered in parts: 3 of 5 is in fulfilment, 5 of 5 is fulfilled (S-ORD-04, S-ORD-05)")
    void isDelivered() {
        String order = orderOf(accepted()).getString("id");
        Answer early = deliver(order, 1);
        perform(order, "confirm");

        desk.done(deliver(order, 3));
        JsonObject partly = read(order);
        Answer tooMuch = deliver(order, 6);
        perform(order, "deliver");

        assertThat(early.problem()).isEqualTo("order-not-confirmed");
        assertThat(partly.getString("number")).matches("ORD-\\d{5,}");
        assertThat(partly.getString("status")).isEqualTo("IN_FULFILMENT");
        assertThat(partly.getJsonNumber("percentDelivered").intValue()).isEqualTo(60);
        assertThat(tooMuch.problem()).isEqualTo("more-than-ordered");
        assertThat(read(order).getString("status")).isEqualTo("FULFILLED");
        assertThat(lines(order).get(0).getJsonNumber("delivered").intValue()).isEqualTo(5);
    }

    @Test
    @DisplayName("that is confirmed keeps the acceptance of its quote; a draft goes with it (S-QUO-17)")
    void keepsTheAcceptance() {
        String taken = accepted();
        desk.anna.done(Call.post(ROOT + "quotes/" + taken + "/reverse", object("reason", "A mistake")));
        String kept = accepted();
        perform(orderOf(kept).getString("id"), "confirm");

        Answer refused = desk.anna.send(Call.post(ROOT + "quotes/" + kept + "/reverse", object("reason", "Too late")));

        assertThat(ordersOf(taken)).isEmpty();
        assertThat(refused.problem()).isEqualTo("order-exists");
    }

    /** A quote of 5 at 10.00 that was accepted. */
    private String accepted() {
        String deal = desk.deal("Custom sale", desk.account("Ordering"));
        desk.done(desk.save(
                deal, "opportunity-lines", object("description", "Part", "quantity", 5, "unitPrice", money("10.00"))));
        return desk.accepted(deal);
    }

    private JsonObject orderOf(String quote) {
        return ordersOf(quote).get(0);
    }

    private List<JsonObject> ordersOf(String quote) {
        return items(desk.rita
                .done(Call.get(ROOT + "orders").query("filter", "quote==" + quote))
                .json());
    }

    private JsonObject read(String order) {
        return desk.rita.read(ROOT + "orders/" + order);
    }

    private List<JsonObject> lines(String order) {
        return items(desk.rita.read(ROOT + "orders/" + order + "/order-lines"));
    }

    private void perform(String order, String verb) {
        desk.rita.done(Call.post(ROOT + "orders/" + order + "/" + verb, JsonValue.EMPTY_JSON_OBJECT));
    }

    private Answer deliver(String order, int quantity) {
        return save(order, "deliveries", object("line", lines(order).get(0).getString("id"), "quantity", quantity));
    }

    private Answer save(String order, String parts, JsonObject... items) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        List.of(items).forEach(all::add);
        return desk.rita.send(Call.put(
                        ROOT + "orders/" + order + "/" + parts,
                        Json.createObjectBuilder().add("items", all).build())
                .header("If-Match", "*"));
    }
}
