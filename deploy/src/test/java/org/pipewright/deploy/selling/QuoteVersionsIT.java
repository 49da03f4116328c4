package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

@DisplayName("The next version of a quote (S-QUO-18)")
class QuoteVersionsIT {

    private final Desk desk = new Desk();

    @Test
    @DisplayName("tells what differs from the one before, line by line")
    void tellsWhatDiffers() {
        String first = desk.quote(desk.deal("Custom sale", desk.account("Revising")));
        save(
                first,
                object("description", "Machine", "quantity", 2, "unitPrice", 100),
                object("description", "Set-up", "quantity", 1, "unitPrice", 50),
                object("description", "Manual", "quantity", 1, "unitPrice", 10));
        desk.linked(first);
        desk.rita.done(Call.post(ROOT + "quotes/" + first + "/revise", object()));
        String second = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "revises==" + first))
                        .json())
                .get(0)
                .getString("id");
        List<JsonObject> lines = items(desk.rita.read(ROOT + "quotes/" + second + "/quote-lines"));

        JsonObject none = differences(second);
        save(
                second,
                object("id", lines.get(0).getString("id"), "unitPrice", 90),
                object("id", lines.get(2).getString("id")),
                object("description", "Training", "quantity", 1, "unitPrice", 60));
        JsonObject some = differences(second);

        assertThat(none.getJsonArray("parts")).isEmpty();
        assertThat(some.getJsonObject("former").getString("id")).isEqualTo(first);
        assertThat(told(some.getJsonArray("parts")))
                .containsExactly("CHANGED Machine", "ADDED Training", "REMOVED Set-up");
        JsonObject price = change(some.getJsonArray("parts").getJsonObject(0), "unitPrice");
        assertThat(price.getString("old")).startsWith("100");
        assertThat(price.getString("new")).startsWith("90");
        assertThat(change(some, "net").getString("old")).isEqualTo("260.00 EUR");
        assertThat(change(some, "net").getString("new")).isEqualTo("250.00 EUR");
    }

    @Test
    @DisplayName("is none as long as there is one version")
    void isNoneOfTheFirst() {
        String first = desk.quote(desk.deal("Custom sale", desk.account("First")));

        assertThat(differences(first)).doesNotContainKey("former");
        assertThat(desk.rita
                        .send(Call.get(ROOT + "leads/" + first + "/differences"))
                        .status())
                .isEqualTo(404);
    }

    private JsonObject differences(String quote) {
        return desk.rita.read(ROOT + "quotes/" + quote + "/differences");
    }

    private static List<String> told(JsonArray parts) {
        return parts.getValuesAs(JsonObject.class).stream()
                .map(part -> part.getString("kind") + " " + part.getString("title"))
                .toList();
    }

    private static JsonObject change(JsonObject of, String field) {
        return of.getJsonArray("changes").getValuesAs(JsonObject.class).stream()
                .filter(change -> change.getString("field").equals(field))
                .findFirst()
                .orElseThrow();
    }

    private void save(String quote, JsonObject... all) {
        desk.rita.done(Call.put(
                        ROOT + "quotes/" + quote + "/quote-lines",
                        Json.createObjectBuilder()
                                .add("items", Json.createArrayBuilder(List.of(all)))
                                .build())
                .header("If-Match", "*"));
    }
}
