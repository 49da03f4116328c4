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
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

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

    @Test
    @DisplayName("goes out to the customer as a confirmation in PDF, without what is internal (S-ORD-01, S-PDF-03)")
    void isConfirmedByMail() throws IOException {
        String order = orderOf(accepted()).getString("id");
        String to = desk.mailbox(order);
        desk.rita.done(Call.of("PATCH", ROOT + "orders/" + order)
                .with(object("note", "Only for us", "deliveryTerms", "Free on board", "customerReference", "PO 4711"))
                .header("If-Match", "*"));
        Answer early = desk.rita.send(mailed(order, to));
        perform(order, "confirm");

        String message = desk.rita.read(ROOT + "orders/" + order + "/send").getString("message");
        desk.rita.done(mailed(order, to));

        String name = read(order).getString("number") + ".pdf";
        RunningProduct product = RunningProduct.get();
        RunningProduct.eventually(
                "the confirmation is mailed", () -> !product.mailsTo(to).isEmpty());
        assertThat(early.status()).isEqualTo(409);
        assertThat(message).isNotEmpty();
        assertThat(read(order).getInt("paymentDays")).isEqualTo(21);
        assertThat(read(order).getString("sentTo")).isEqualTo(to);
        assertThat(product.mailsTo(to)
                        .getJsonObject(0)
                        .getJsonArray("attachments")
                        .getString(0))
                .isEqualTo(name);
        try (PDDocument document = Loader.loadPDF(kept(order, name))) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains(read(order).getString("number"))
                    .contains("59.50")
                    .contains("Free on board")
                    .contains("PO 4711")
                    .doesNotContain("Only for us");
        }
    }

    @Test
    @DisplayName("that is changed stays the same order; what it was is kept, and what differs is told (S-ORD-07)")
    void isChanged() {
        String order = orderOf(accepted()).getString("id");
        Answer early = desk.rita.send(Call.post(ROOT + "orders/" + order + "/revise", JsonValue.EMPTY_JSON_OBJECT));
        perform(order, "confirm");
        desk.done(deliver(order, 3));
        perform(order, "revise");
        String line = lines(order).get(0).getString("id");

        Answer tooLittle = save(order, "order-lines", object("id", line, "quantity", 2));
        Answer otherCurrency = desk.rita.send(Call.of("PATCH", ROOT + "orders/" + order)
                .with(object("currency", "USD"))
                .header("If-Match", "*"));
        Answer meanwhile = deliver(order, 1);
        desk.done(save(
                order,
                "order-lines",
                object("id", line, "quantity", 3),
                object("description", "Manual", "quantity", 1, "unitPrice", 5)));
        perform(order, "confirm");

        JsonObject now = read(order);
        JsonObject former = read(now.getJsonObject("revises").getString("id"));
        JsonObject difference = desk.rita.read(ROOT + "orders/" + order + "/differences");
        assertThat(early.status()).isEqualTo(409);
        assertThat(tooLittle.problem()).isEqualTo("below-delivered");
        assertThat(otherCurrency.problem()).isEqualTo("order-confirmed");
        assertThat(meanwhile.problem()).isEqualTo("order-not-confirmed");
        assertThat(now.getString("status")).isEqualTo("IN_FULFILMENT");
        assertThat(now.getInt("revision")).isEqualTo(2);
        assertThat(former.getString("status")).isEqualTo("SUPERSEDED");
        assertThat(former.getString("number")).isEqualTo(now.getString("number") + "-1");
        assertThat(former.getJsonObject("payable").getString("amount")).isEqualTo("59.50");
        assertThat(difference.getJsonArray("parts").getValuesAs(JsonObject.class).stream()
                        .map(part -> part.getString("kind") + " " + part.getString("title")))
                .containsExactly("CHANGED Part", "ADDED Manual");
        assertThat(save(former.getString("id"), "order-lines").problem()).isEqualTo("order-confirmed");
    }

    private static Call mailed(String order, String to) {
        return Call.post(ROOT + "orders/" + order + "/send", object("to", to, "message", "Thank you"));
    }

    private byte[] kept(String order, String name) {
        String files = ROOT + "orders/" + order + "/files";
        String file = items(desk.rita.read(files)).stream()
                .filter(each -> each.getString("name").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
        JsonObject link = desk.rita
                .done(Call.post(files + "/" + file + "/links", JsonValue.EMPTY_JSON_OBJECT))
                .json();
        return desk.rita.download(Call.get(link.getString("url")));
    }

    /** A quote of 5 at 10.00 that was accepted. */
    private String accepted() {
        String deal = desk.deal("Custom sale", desk.account("Ordering"));
        desk.done(desk.save(
                deal, "opportunity-lines", object("description", "Part", "quantity", 5, "unitPrice", money("10.00"))));
        String quote = desk.quote(deal);
        desk.rita.done(Call.of("PATCH", ROOT + "quotes/" + quote)
                .with(object("paymentDays", 21))
                .header("If-Match", "*"));
        return desk.accept(quote);
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
