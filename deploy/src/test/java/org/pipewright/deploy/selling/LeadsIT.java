package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Whose new leads are, how soon somebody answers, and what follows those that are dropped (area LEAD). */
class LeadsIT {

    private static final String RITA = "Rita Rep";
    private static final String ROB = "Rob Rep";

    private final Desk desk = new Desk();
    private final String channel = made("channels", object("name", desk.word));
    private final List<String> remains = new ArrayList<>();

    /** Rules and absences are everybody's: none may outlive its test. */
    @AfterEach
    void forget() {
        remains.forEach(path -> desk.anna.done(Call.of("DELETE", ROOT + path)));
    }

    private String made(String path, JsonObject body) {
        return desk.anna.done(Call.post(ROOT + path, body)).json().getString("id");
    }

    private void rule(Object... more) {
        JsonObject rule = Desk.with(Desk.with(object(more), "name", desk.word), "channel", channel);
        remains.add("lead-assignment-rules/" + made("lead-assignment-rules", Desk.with(rule, "roles", "sales-rep")));
    }

    private void absent(String member, LocalDate from, LocalDate until) {
        JsonObject absence =
                object("member", desk.id("people", member), "fromDay", from.toString(), "untilDay", until.toString());
        remains.add("absences/" + made("absences", absence));
    }

    private String member(DemoMember member) {
        return items(desk.anna
                        .done(Call.get(ROOT + "people").query("filter", "email==" + member.email()))
                        .json())
                .get(0)
                .getString("id");
    }

    private JsonObject lead(Object... more) {
        JsonObject lead = Desk.with(Desk.with(object(more), "lastName", desk.word), "channel", channel);
        return desk.anna.done(Call.post(ROOT + "leads", lead)).json();
    }

    private static String owner(JsonObject lead) {
        return lead.get("owner") instanceof JsonObject owner ? owner.getString("title") : "";
    }

    @Test
    void givesLeadsToEverybodyInTurn() {
        rule("method", "ROUND_ROBIN");

        List<String> round = round();

        assertThat(round).contains(RITA, ROB);
        assertThat(IntStream.range(0, round.size() - 1).mapToObj(i -> owner(lead())))
                .containsExactlyElementsOf(round.subList(1, round.size()));
    }

    /** Leads until somebody gets a second one: who gets them. */
    private List<String> round() {
        List<String> owners = new ArrayList<>();
        for (String next = owner(lead()); !owners.contains(next); next = owner(lead())) {
            owners.add(next);
        }
        return owners;
    }

    @Test
    void passesOverWhoeverIsAbsentToday() {
        LocalDate today = LocalDate.now(java.time.ZoneId.of("Europe/Berlin"));
        rule("method", "ROUND_ROBIN");
        round().stream().filter(name -> !name.equals(RITA)).forEach(name -> absent(name, today, today));
        absent(RITA, today.plusDays(1), today.plusDays(9));

        assertThat(IntStream.range(0, 10).mapToObj(i -> owner(lead()))).containsOnly(RITA);
    }

    @Test
    void givesNobodyMoreThanTheyCanTakeAndLetsTheRestWait() {
        rule("method", "LEAST_BUSY", "capacity", 1);

        List<String> owners =
                IntStream.range(0, 12).mapToObj(i -> owner(lead())).toList();

        assertThat(owners.get(11)).isEmpty();
        assertThat(desk.anna
                        .done(Call.get(ROOT + "leads")
                                .query("filter", "owner=isnull=true;status.category=in=(NEW,OPEN);channel==" + channel)
                                .query("count", "true"))
                        .json()
                        .getInt("total"))
                .isPositive();
    }

    @Test
    void leavesALeadToWhomeverItIsGivenByHandAndToOthersByOtherChannels() {
        rule("method", "ROUND_ROBIN");
        String anna = member(DemoMember.ANNA_ADMIN);

        assertThat(lead("owner", anna).getJsonObject("owner").getString("id")).isEqualTo(anna);
        JsonObject elsewhere = object("lastName", desk.word);
        assertThat(owner(desk.rita.done(Call.post(ROOT + "leads", elsewhere)).json()))
                .isEqualTo(RITA);
    }

    @Test
    void assignsImportedLeadsAndThoseAColleagueEntersWithoutTheRightToAssign() {
        rule("method", "ROUND_ROBIN");

        List<String> owners = imported();
        assertThat(owners).hasSize(4).doesNotContain("", "Anna Admin");
        assertThat(owners.stream().distinct().count()).isGreaterThan(1);
        JsonObject byHand = object("lastName", desk.word, "channel", channel);
        JsonObject first = desk.rita.done(Call.post(ROOT + "leads", byHand)).json();
        JsonObject second = desk.rita.done(Call.post(ROOT + "leads", byHand)).json();
        assertThat(owner(first)).isNotEqualTo(owner(second));
    }

    private List<String> imported() {
        String file = "Last name,Channel\n" + (desk.word + "i," + desk.word + "\n").repeat(4);
        String id = desk.anna
                .done(Call.of("POST", ROOT + "imports")
                        .query("recordType", "sales.lead")
                        .with("text/csv", file))
                .json()
                .getString("id");
        JsonArrayBuilder fields = Json.createArrayBuilder()
                .add(object("field", "lastName", "column", "Last name"))
                .add(object("field", "channel", "column", "Channel"));
        JsonObject mapping = Json.createObjectBuilder()
                .add("fields", fields)
                .add("mode", "create")
                .build();
        desk.anna.done(Call.put(ROOT + "imports/" + id + "/mapping", mapping));
        work(id, "validate");
        work(id, "run");
        return items(desk.anna
                        .done(Call.get(ROOT + "leads").query("filter", "lastName==" + desk.word + "i"))
                        .json())
                .stream()
                .map(LeadsIT::owner)
                .toList();
    }

    private void work(String id, String step) {
        desk.anna.send(Call.of("POST", ROOT + "imports/" + id + "/" + step));
        RunningProduct.eventually(
                "import: " + step,
                () -> desk.anna
                        .read(ROOT + "imports/" + id)
                        .getString("work", "")
                        .isEmpty());
    }

    @Test
    void asksForWhomARuleIs() {
        assertThat(desk.anna
                        .send(Call.post(ROOT + "lead-assignment-rules", object("name", desk.word)))
                        .fields())
                .containsExactly("team");
    }

    @Test
    void tellsByWhenALeadIsToBeAnsweredAndWhenItFirstWas() {
        JsonObject lead = lead();
        assertThat(lead.getString("answerBy")).isGreaterThan(lead.getString("createdAt"));
        String path = ROOT + "leads/" + lead.getString("id");

        desk.anna.done(Call.post(path + "/activities", activity("NOTE", "DONE")));
        assertThat(desk.anna.read(path).isNull("respondedAt")).isTrue();
        desk.anna.done(Call.post(path + "/activities", activity("CALL", "HELD")));

        assertThat(desk.anna.read(path).isNull("respondedAt")).isFalse();
    }

    @Test
    void tellsTheOwnerOnceThatALeadWaitsTooLong() {
        String late = lateLead();
        Chores.due("chores-of-modules");
        RunningProduct.eventually("a notice", () -> noticesOf(late) > 0);

        String next = lateLead();
        RunningProduct.eventually("the next notice", () -> {
            // The round before may still be under way, and what is due meanwhile waits an hour.
            Chores.due("chores-of-modules");
            return noticesOf(next) > 0;
        });

        assertThat(noticesOf(late)).isOne();
        String path = ROOT + "leads/" + late;
        assertThat(desk.anna.read(path).getString("response")).isEqualTo("OVERDUE");
        desk.anna.done(Call.post(path + "/activities", activity("CALL", "HELD")));
        assertThat(desk.anna.read(path).getString("response")).isEqualTo("ANSWERED");
        assertThat(desk.anna.read(path).isNull("responseHours")).isFalse();
        assertThat(desk.anna.read(path).getInt("age")).isEqualTo(3);
    }

    /** Came three days ago, and was to be answered an hour ago. */
    private String lateLead() {
        String lead = lead("owner", member(DemoMember.RITA_REP)).getString("id");
        assertThat(desk.anna.read(ROOT + "leads/" + lead).getString("response")).isEqualTo("WAITING");
        Console.of("acme")
                .execute(
                        "update sales.lead set created_at = now() - interval '73 hours',"
                                + " answer_by = now() - interval '1 hour' where id = ?::uuid",
                        lead);
        return lead;
    }

    private long noticesOf(String lead) {
        return items(desk.rita.read(ROOT + "notices")).stream()
                .filter(notice -> notice.getString("kind").equals("sales.notice.lead-late"))
                .filter(notice -> notice.getString("recordId").equals(lead))
                .count();
    }

    private JsonObject activity(String form, String status) {
        String kind = items(desk.anna
                        .done(Call.get(ROOT + "activity-kinds").query("filter", "form==" + form))
                        .json())
                .get(0)
                .getString("id");
        return object("subject", desk.word, "kind", kind, "status", status);
    }

    @Test
    void plansAFollowUpWhenALeadIsDroppedAndTakesNotesAfterwards() {
        String path = ROOT + "leads/" + lead().getString("id");
        JsonObject note = object("note", "Asked for the new price list\nin March", "on", "2027-03-01");
        assertThat(desk.anna.send(Call.post(path + "/follow-up", note)).status())
                .isEqualTo(409);

        desk.anna.done(Call.post(
                path + "/disqualify",
                object("reason", "NO_BUDGET", "followUp", "Ask again", "followUpOn", "2027-02-01")));
        desk.anna.done(Call.post(path + "/follow-up", note));

        List<JsonObject> planned = items(desk.anna.read(path + "/activities"));
        assertThat(planned)
                .extracting(task -> task.getString("subject"))
                .containsExactly("Ask again", "Asked for the new price list");
        assertThat(desk.anna.read(path + "/timeline").toString()).contains("in March");
    }

    @Test
    void listsOpenDealsForWhichNothingIsPlanned() {
        String deal = desk.deal("Custom sale", desk.account("customer"));
        assertThat(isUnplanned(deal)).isTrue();

        JsonObject task = desk.rita
                .done(Call.post(ROOT + "opportunities/" + deal + "/activities", activity("TASK", "NOT_STARTED")))
                .json();
        assertThat(isUnplanned(deal)).isFalse();

        desk.rita.done(
                Call.post(ROOT + "activities/" + task.getString("id") + "/complete", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(isUnplanned(deal)).isTrue();
    }

    private boolean isUnplanned(String deal) {
        return desk.rita
                .done(Call.get(ROOT + "opportunities")
                        .query("filter", "outcome==IN_PROGRESS;activityPlanned==false")
                        .query("limit", "200"))
                .json()
                .toString()
                .contains(deal);
    }

    private void points(String name, int points, Object... more) {
        JsonObject rule = Desk.with(Desk.with(object(more), "name", desk.word + " " + name), "points", points);
        remains.add("lead-score-rules/" + made("lead-score-rules", rule));
    }

    @Test
    void reckonsTheScoreOfALeadAndTellsWhatItIsMadeOf() {
        points("industry", 20, "basis", "FIELD", "fact", "INDUSTRY", "value", desk.word + "%");
        points("replied", 15, "basis", "REPLIED");
        points("size", 5, "basis", "FIELD", "fact", "EMPLOYEES", "least", 100);
        JsonObject lead = lead("industry", desk.word + " works", "employees", 99);
        String path = ROOT + "leads/" + lead.getString("id");
        assertThat(lead.getInt("score")).isEqualTo(20);

        desk.anna.done(Call.post(path + "/activities", Desk.with(activity("CALL", "HELD"), "direction", "INBOUND")));

        assertThat(desk.anna.read(path).getInt("score")).isEqualTo(35);
        assertThat(desk.anna.read(path).getString("scoreReasons").lines())
                .containsExactly("+20 " + desk.word + " industry", "+15 " + desk.word + " replied");
        desk.anna.done(change(path, object("employees", 100)));
        assertThat(desk.anna.read(path).getInt("score")).isEqualTo(40);
        points("unlikely", -90, "basis", "CHANNEL", "channel", channel);
        assertThat(desk.anna.read(path).getInt("score")).isZero();
        assertThat(desk.anna.send(change(path, object("score", 99))).fields()).containsExactly("score");
    }

    @Test
    void takesThePointsOfALeadNobodyHasBeenInTouchWithForSomeTime() {
        points("recent", 30, "basis", "RECENT", "days", 7);
        String lead = lead().getString("id");
        assertThat(desk.anna.read(ROOT + "leads/" + lead).getInt("score")).isEqualTo(30);

        Console.of("acme")
                .execute("update sales.lead set created_at = created_at - interval '8 days' where id = ?::uuid", lead);
        Chores.due("chores-of-modules");

        RunningProduct.eventually(
                "the score to follow the time",
                () -> desk.anna.read(ROOT + "leads/" + lead).getInt("score") == 0);
    }

    private static Call change(String path, JsonObject change) {
        return Call.of("PATCH", path).with(change).header("If-Match", "*");
    }

    @Test
    void namesTheVerbByWhichAStatusComesAbout() {
        String path = ROOT + "leads/" + lead().getString("id");

        Answer refused = desk.anna.send(change(path, object("status", desk.id("lead-statuses", "Disqualified"))));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains("status");
        assertThat(refused.json().getString("verb")).isEqualTo("disqualify");
    }

    @Test
    void asksForWhatARuleOfTheScoreIsAbout() {
        JsonObject rule = object("name", desk.word, "points", 5, "basis", "RECENT");

        assertThat(desk.anna.send(Call.post(ROOT + "lead-score-rules", rule)).fields())
                .containsExactly("days");
    }
}
