package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("What a quote costs the organisation (S-QUO-20)")
class QuoteCostsIT {

    private static final String COST = "77.77";
    private static final String MARGIN = "44.46";

    private final Desk desk = new Desk();
    private final Client manager = RunningProduct.get().as(DemoMember.MAX_MANAGER);
    private final Client customer = RunningProduct.get().asNobody();
    private String quote;

    @BeforeEach
    void begin() {
        String product = desk.anna
                .done(Call.post(
                        ROOT + "products", object("name", desk.word, "price", money("100.00"), "cost", money(COST))))
                .json()
                .getString("id");
        quote = desk.quote(desk.deal("Custom sale", desk.account("Costly")));
        desk.done(save(desk.rita, object("product", product, "quantity", 2)));
    }

    @Test
    @DisplayName("and what remains is told to those who may see it")
    void isToldToManagers() {
        JsonObject seen = manager.read(ROOT + "quotes/" + quote);
        JsonObject line = line(manager);

        assertThat(seen.getJsonObject("cost").getString("amount")).isEqualTo("155.54");
        assertThat(seen.getJsonObject("margin").getString("amount")).isEqualTo(MARGIN);
        assertThat(seen.getJsonNumber("marginPercent").doubleValue()).isEqualTo(22.23);
        assertThat(line.getJsonNumber("unitCost").doubleValue()).isEqualTo(77.77);
        assertThat(line.getJsonNumber("margin").doubleValue()).isEqualTo(22.23);
    }

    @Test
    @DisplayName("is not there for others: not to be read, filtered by or written")
    void isNotThereForOthers() {
        JsonObject seen = desk.rita.read(ROOT + "quotes/" + quote);
        Answer filtered = desk.rita.send(Call.get(ROOT + "quotes").query("filter", "marginPercent>1"));
        Answer written = save(desk.rita, object("description", "Free", "unitPrice", 1, "unitCost", 1));

        assertThat(seen).doesNotContainKeys("cost", "margin", "marginPercent");
        assertThat(line(desk.rita)).doesNotContainKeys("unitCost", "margin");
        assertThat(desk.rita.read(ROOT + "quotes/" + quote + "/history").toString())
                .doesNotContain(COST)
                .doesNotContain(MARGIN);
        assertThat(filtered.status()).isEqualTo(400);
        assertThat(written.status()).isEqualTo(403);
    }

    @Test
    @DisplayName("is unknown as long as it is of one of the lines")
    void isUnknownWithoutThatOfALine() {
        desk.done(save(manager, object("description", "Free", "unitPrice", 100)));
        JsonObject unknown = manager.read(ROOT + "quotes/" + quote);
        desk.done(save(manager, object("description", "Free", "unitPrice", 100, "unitCost", 40)));

        assertThat(unknown.isNull("margin")).isTrue();
        assertThat(manager.read(ROOT + "quotes/" + quote)
                        .getJsonNumber("marginPercent")
                        .doubleValue())
                .isEqualTo(60);
    }

    @Test
    @DisplayName("leaves too little for the quote to be sent without approval, where there is a limit (S-QUO-11)")
    void leavesTooLittle() {
        limit(23);
        Answer poor = desk.rita.send(Call.post(ROOT + "quotes/" + quote + "/send", object("to", "ada@example.org")));
        limit(22);
        Answer enough = desk.rita.send(Call.post(ROOT + "quotes/" + quote + "/send", object("to", "ada@example.org")));
        limit(0);

        assertThat(poor.status()).isEqualTo(409);
        assertThat(poor.problem()).isEqualTo("approval-needed");
        assertThat(poor.toString()).doesNotContain("22.23");
        assertThat(enough).matches(Answer::isSuccess);
    }

    private void limit(int percent) {
        desk.anna.done(Call.put(ROOT + "settings/sales.quote-margin-limit", object("value", percent)));
    }

    @Test
    @DisplayName("stands neither on the customer's page nor in the PDF")
    void isNeverShownToCustomers() throws IOException {
        String link = desk.linked(quote);

        JsonObject page = customer.done(Call.get(link)).json();
        byte[] pdf = customer.download(
                Call.get(link + "/files/" + page.getJsonArray("files").getString(0)));

        assertThat(page.toString()).contains("100").doesNotContain(COST).doesNotContain(MARGIN);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(new PDFTextStripper().getText(document))
                    .contains("100")
                    .doesNotContain(COST)
                    .doesNotContain(MARGIN);
        }
    }

    private JsonObject line(Client client) {
        return items(client.read(ROOT + "quotes/" + quote + "/quote-lines")).get(0);
    }

    private Answer save(Client client, JsonObject line) {
        return client.send(Call.put(
                        ROOT + "quotes/" + quote + "/quote-lines",
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder().add(line))
                                .build())
                .header("If-Match", "*"));
    }
}
