package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** Tasks that stages and victories bring, and those that keep a deal where it is (S-KIND-14, S-KIND-15, S-ACT-15). */
class TaskRulesIT {

    private final Desk desk = new Desk();
    private final String first = stage("first");
    private final String second = stage("second");
    private final String kind = kind();
    private final String account = desk.account("customer");

    private String stage(String name) {
        String status = desk.id("opportunity-statuses", "Open");
        return configured(
                "opportunity-stages", object("name", desk.word + " " + name, "status", status, "probability", 10));
    }

    private String kind() {
        String id = configured("opportunity-kinds", object("name", desk.word, "type", "CUSTOM"));
        configured("opportunity-kind-stages", object("kind", id, "stage", first, "position", 10));
        configured("opportunity-kind-stages", object("kind", id, "stage", second, "position", 20));
        desk.anna.done(Call.of("PATCH", ROOT + "opportunity-kinds/" + id)
                .with(object("allowed", true))
                .header("If-Match", "*"));
        return desk.word;
    }

    private String configured(String path, JsonObject body) {
        return desk.anna.done(Call.post(ROOT + path, body)).json().getString("id");
    }

    private String rule(String name, Object... more) {
        JsonObject rule = object(more);
        return configured("task-rules", Desk.with(rule, "name", name));
    }

    private List<JsonObject> tasks(String deal) {
        return items(desk.anna.read(ROOT + "opportunities/" + deal + "/activities"));
    }

    private Answer move(String deal, String stage) {
        return desk.perform(deal, "move", object("stage", stage));
    }

    private void done(Answer answer) {
        desk.done(answer);
    }

    private static String task(List<JsonObject> tasks, String name) {
        return tasks.stream()
                .filter(each -> each.getString("subject").equals(name))
                .findFirst()
                .orElseThrow()
                .getString("id");
    }

    @Test
    void opensTheTasksOfAStageOnceHoweverOftenItIsEntered() {
        rule("Write", "occasion", "STAGE", "stage", second, "days", 5);
        rule("Check", "occasion", "STAGE", "stage", second, "role", "sales-manager");
        rule(
                "Of another kind",
                "occasion",
                "STAGE",
                "stage",
                second,
                "kind",
                desk.id("opportunity-kinds", "Custom sale"));
        String deal = desk.deal(kind, account);
        assertThat(tasks(deal)).isEmpty();

        done(move(deal, second));
        done(move(deal, first));
        done(move(deal, second));

        List<JsonObject> tasks = tasks(deal);
        assertThat(tasks).extracting(task -> task.getString("subject")).containsExactlyInAnyOrder("Write", "Check");
        JsonObject write = desk.rita.read(ROOT + "activities/" + task(tasks, "Write"));
        assertThat(write.getString("dueOn")).isEqualTo(fiveWorkingDaysLater().toString());
        assertThat(write.getJsonObject("owner").getString("title")).isEqualTo("Rita Rep");
        JsonObject check = desk.anna.read(ROOT + "activities/" + task(tasks, "Check"));
        assertThat(check.getJsonObject("owner").getString("title")).isEqualTo("Max Manager");
    }

    private static LocalDate fiveWorkingDaysLater() {
        return LocalDate.now(ZoneId.of("Europe/Berlin"))
                .datesUntil(LocalDate.MAX)
                .skip(1)
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .skip(4)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"move", "form", "win"})
    void keepsADealInItsStageUntilTheMandatoryTaskIsDone(String way) {
        rule("Sign", "occasion", "STAGE", "stage", first, "mandatory", true);
        String deal = desk.deal(kind, account);

        Answer refused = leave(deal, way);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("tasks-owed");
        JsonObject owed = refused.json().getJsonArray("tasks").getJsonObject(0);
        assertThat(owed.getString("subject")).isEqualTo("Sign");
        String task = owed.getString("id");
        assertThat(desk.anna
                        .send(Call.of("DELETE", ROOT + "activities/" + task))
                        .problem())
                .isEqualTo("task-stays");
        desk.rita.done(Call.post(ROOT + "activities/" + task + "/cancel", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(leave(deal, way).status()).isEqualTo(409);
        desk.rita.done(Call.post(ROOT + "activities/" + task + "/reopen", JsonValue.EMPTY_JSON_OBJECT));
        desk.rita.done(Call.post(ROOT + "activities/" + task + "/complete", JsonValue.EMPTY_JSON_OBJECT));
        done(leave(deal, way));
    }

    private Answer leave(String deal, String way) {
        return switch (way) {
            case "move" -> move(deal, second);
            case "form" ->
                desk.rita.send(Call.of("PATCH", ROOT + "opportunities/" + deal)
                        .with(object("stage", second))
                        .header("If-Match", "*"));
            default -> desk.perform(deal, "win", Desk.victory());
        };
    }

    @Test
    void goesOnWhenTheMandatoryTaskIsWaivedWithAReason() {
        rule("Sign", "occasion", "STAGE", "stage", first, "mandatory", true);
        String deal = desk.deal(kind, account);

        assertThat(desk.perform(deal, "waive-tasks", JsonValue.EMPTY_JSON_OBJECT)
                        .fields())
                .containsExactly("reason");
        done(desk.perform(deal, "waive-tasks", object("reason", "Signed last year")));
        done(move(deal, second));

        assertThat(desk.perform(deal, "waive-tasks", object("reason", "Nothing"))
                        .status())
                .isEqualTo(409);
        assertThat(desk.rita.read(ROOT + "opportunities/" + deal + "/timeline").toString())
                .contains("Signed last year");
    }

    @Test
    void isLostInSpiteOfMandatoryTasks() {
        rule("Sign", "occasion", "STAGE", "stage", first, "mandatory", true);
        String deal = desk.deal(kind, account);

        done(desk.perform(
                deal, "lose", object("actualClose", "2026-06-15", "lossReason", desk.id("loss-reasons", "Price"))));
    }

    @Test
    void followsUpSomeTimeAfterADealIsWonUnlessTheVictoryIsTakenBack() {
        String id = rule("Ask how it goes", "occasion", "WON", "days", 90, "kind", desk.id("opportunity-kinds", kind));
        String deal = desk.deal(kind, account);

        done(desk.perform(deal, "win", Desk.victory()));

        JsonObject task = desk.rita.read(ROOT + "activities/" + task(tasks(deal), "Ask how it goes"));
        assertThat(task.getString("dueOn")).isEqualTo("2026-09-13");
        desk.anna.done(Call.post(ROOT + "opportunities/" + deal + "/correct", object("reason", "Not signed")));
        assertThat(desk.rita.read(ROOT + "activities/" + task.getString("id")).getString("status"))
                .isEqualTo("CANCELLED");
        desk.anna.done(Call.of("DELETE", ROOT + "task-rules/" + id));
    }

    @Test
    void followsUpSomeTimeAfterAnOrderIsDeliveredUnlessSomethingIsStillToBeDelivered() {
        String id = rule(
                "Send the survey", "occasion", "DELIVERED", "days", 30, "kind", desk.id("opportunity-kinds", kind));
        String deal = desk.deal(kind, account);
        String order = confirmed(deal);

        done(deliveries(order, 1));
        List<JsonObject> early = tasks(deal);
        done(deliveries(order, 2));
        JsonObject task = desk.rita.read(ROOT + "activities/" + task(tasks(deal), "Send the survey"));
        done(deliveries(order, 1));

        assertThat(early).isEmpty();
        assertThat(task.getString("dueOn")).isEqualTo("2026-07-15");
        assertThat(desk.rita.read(ROOT + "activities/" + task.getString("id")).getString("status"))
                .isEqualTo("CANCELLED");
        desk.anna.done(Call.of("DELETE", ROOT + "task-rules/" + id));
    }

    /** A confirmed order of two pieces. */
    private String confirmed(String deal) {
        String order = desk.made("orders", object("name", desk.word, "account", account, "opportunity", deal));
        done(parts(order, "order-lines", object("description", "Part", "quantity", 2, "unitPrice", 5)));
        desk.rita.done(Call.post(ROOT + "orders/" + order + "/confirm", JsonValue.EMPTY_JSON_OBJECT));
        return order;
    }

    /** So many of the pieces were delivered, on one day. */
    private Answer deliveries(String order, int pieces) {
        String line = items(desk.rita.read(ROOT + "orders/" + order + "/order-lines"))
                .get(0)
                .getString("id");
        JsonObject delivery = object("line", line, "quantity", pieces, "deliveredOn", "2026-06-15");
        return items(desk.rita.read(ROOT + "orders/" + order + "/deliveries")).stream()
                .findFirst()
                .map(former -> parts(order, "deliveries", Desk.with(delivery, "id", former.getString("id"))))
                .orElseGet(() -> parts(order, "deliveries", delivery));
    }

    private Answer parts(String order, String path, JsonObject part) {
        JsonObject all = object("items", Json.createArrayBuilder().add(part).build());
        return desk.rita.send(
                Call.put(ROOT + "orders/" + order + "/" + path, all).header("If-Match", "*"));
    }

    @Test
    void asksForAStageAndARoleThatExist() {
        Answer answer = desk.anna.send(
                Call.post(ROOT + "task-rules", object("name", "X", "occasion", "STAGE", "role", "nobody")));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).containsExactlyInAnyOrder("stage", "role");
    }
}
