package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("A template of quotes (S-QUO-19)")
class QuoteTemplatesIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));

    private final Desk desk = new Desk();
    private final Client manager = RunningProduct.get().as(DemoMember.MAX_MANAGER);
    private String template;

    @BeforeEach
    void begin() {
        String product = desk.anna
                .done(Call.post(ROOT + "products", object("name", "Advice", "price", money("150.00"))))
                .json()
                .getString("id");
        JsonObject texts = object("name", desk.word, "language", "DE", "daysValid", 7, "introduction", "Guten Tag");
        template =
                manager.done(Call.post(ROOT + "quote-templates", texts)).json().getString("id");
        manager.done(saved(
                object("product", product, "quantity", 3),
                object("description", "Travel", "unitPrice", 80, "optional", true)));
    }

    @Test
    @DisplayName("gives a new quote its lines, texts and days")
    void givesLinesAndTexts() {
        JsonObject wanted = object("name", desk.word, "account", desk.account("Of a template"), "template", template);

        JsonObject quote = read(desk.made("quotes", wanted));

        assertThat(quote.getString("introduction")).isEqualTo("Guten Tag");
        assertThat(quote.getString("language")).isEqualTo("DE");
        assertThat(quote.getString("validUntil")).isEqualTo(TODAY.plusDays(7).toString());
        assertThat(quote.getJsonObject("net").getString("amount")).isEqualTo("450.00");
        assertThat(lines(quote)).containsExactly("Advice", "Travel");
    }

    @Test
    @DisplayName("is asked for when a quote is made of a deal, whose lines follow")
    void beginsTheQuoteOfADeal() {
        String deal = desk.deal("Custom sale", desk.account("With lines"));
        desk.done(desk.save(
                deal,
                "opportunity-lines",
                object("description", "Machine", "quantity", 1, "unitPrice", money("10.00"))));
        desk.done(desk.perform(deal, "quote", object("template", template)));
        JsonObject quote = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "opportunity==" + deal))
                        .json())
                .get(0);
        desk.linked(quote.getString("id"));
        desk.rita.done(Call.post(ROOT + "quotes/" + quote.getString("id") + "/revise", object()));
        JsonObject next = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "revises==" + quote.getString("id")))
                        .json())
                .get(0);

        assertThat(lines(quote)).containsExactly("Advice", "Travel", "Machine");
        assertThat(lines(next)).containsExactly("Advice", "Travel", "Machine");
    }

    @Test
    @DisplayName("is kept by managers, and used at the beginning only")
    void isKeptByManagers() {
        String quote = desk.made("quotes", object("name", desk.word, "account", desk.account("Late")));
        Answer late = desk.rita.send(Call.of("PATCH", ROOT + "quotes/" + quote)
                .with(object("template", template))
                .header("If-Match", "*"));

        assertThat(desk.rita
                        .send(Call.post(ROOT + "quote-templates", object("name", "Mine")))
                        .status())
                .isEqualTo(403);
        assertThat(manager.send(saved(object("quantity", 1))).fields())
                .containsExactlyInAnyOrder("items[0].description", "items[0].unitPrice");
        assertThat(late.status()).isEqualTo(400);
        assertThat(late.fields()).containsExactly("template");
    }

    private JsonObject read(String quote) {
        return desk.rita.read(ROOT + "quotes/" + quote);
    }

    private List<String> lines(JsonObject quote) {
        return items(desk.rita.read(ROOT + "quotes/" + quote.getString("id") + "/quote-lines")).stream()
                .map(line -> line.getString("description"))
                .toList();
    }

    private Call saved(JsonObject... lines) {
        return Call.put(
                        ROOT + "quote-templates/" + template + "/quote-template-lines",
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder(List.of(lines)))
                                .build())
                .header("If-Match", "*");
    }
}
