package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

@DisplayName("A series of numbers")
class NumberSeriesIT {

    private static final int YEAR = LocalDate.now(ZoneId.of("Europe/Berlin")).getYear();

    private final Desk desk = new Desk();

    @Test
    @DisplayName("shows what the next document would get (S-NUM-01)")
    void showsWhatIsNext() {
        JsonObject order = series("sales.order");

        JsonObject chosen = desk.anna
                .done(choose("sales.order", order.getString("pattern"), order.getString("reset"), next(order) + 1))
                .json();

        assertThat(chosen.getString("preview")).isEqualTo(String.format("ORD-%05d", next(order) + 1));
    }

    @Test
    @DisplayName("can be raised and never lowered (S-NUM-06)")
    void isNeverLowered() {
        long next = next(series("sales.order"));
        desk.anna.done(choose("sales.order", "ORD-{number:5}", "NEVER", next + 10));

        Answer lowered = desk.anna.send(choose("sales.order", "ORD-{number:5}", "NEVER", next + 8));

        assertThat(lowered.status()).isEqualTo(409);
        assertThat(lowered.problem()).isEqualTo("number-taken");
        assertThat(next(series("sales.order"))).isEqualTo(next + 10);
    }

    @Test
    @DisplayName("needs a pattern that counts once and tells the period (S-NUM-01)")
    void needsAPatternThatCounts() {
        assertThat(desk.anna.send(choose("sales.quote", "Q-{year}", "YEAR", 0)).fields())
                .containsExactly("pattern");
        assertThat(desk.anna
                        .send(choose("sales.quote", "Q-{number}", "YEAR", 0))
                        .fields())
                .containsExactly("pattern");
        assertThat(desk.anna.send(choose("sales.quote", "", "DAILY", -1)).fields())
                .contains("pattern", "reset", "next");
        assertThat(desk.anna
                        .send(choose("sales.none", "X-{number}", "NEVER", 0))
                        .status())
                .isEqualTo(404);
        assertThat(series("sales.quote").getString("preview")).startsWith("Q-" + YEAR + "-");
    }

    private JsonObject series(String key) {
        return items(desk.anna.done(Call.get(ROOT + "number-series")).json()).stream()
                .filter(each -> each.getString("key").equals(key))
                .findFirst()
                .orElseThrow();
    }

    private static long next(JsonObject series) {
        return series.getJsonNumber("next").longValue();
    }

    /** Without a next number where that is 0. */
    private static Call choose(String key, String pattern, String reset, long next) {
        JsonObject choice = object("pattern", pattern, "reset", reset);
        return Call.put(
                ROOT + "number-series/" + key, next == 0 ? choice : with(choice, "next", Json.createValue(next)));
    }
}
