package org.pipewright.deploy.territories;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** An organisation of its own that divides up its market. Bodies are written as JSON with single quotes. */
final class Market {

    static final String DEAL = "sales.opportunity";
    static final String ACCOUNT = "core.account";
    static final String LEAD = "sales.lead";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final SignedUp organisation = SignedUp.as("Market");
    private final Client admin = organisation.admin();

    Market() {
        switchTerritories(true);
    }

    void switchTerritories(boolean on) {
        done(Call.put(path("features/territories.territories"), json("{'enabled': " + on + "}")));
    }

    static String unique() {
        return "t" + Long.toString(System.currentTimeMillis() * 1000 + NUMBER.incrementAndGet(), 36);
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    String path(String rest) {
        return "/api/tenants/" + organisation.slug() + "/" + rest;
    }

    Answer send(Call call) {
        return admin.send(call);
    }

    Answer done(Call call) {
        return admin.done(call);
    }

    JsonObject read(String rest) {
        return admin.read(path(rest));
    }

    String id(String records, String body) {
        return done(Call.post(path(records), json(body))).json().getString("id");
    }

    Answer post(String rest, String body) {
        return send(Call.post(path(rest), json(body)));
    }

    Answer patch(String rest, String body) {
        return send(Call.of("PATCH", path(rest)).with(json(body)).header("If-Match", "*"));
    }

    void change(String rest, String body) {
        done(Call.of("PATCH", path(rest)).with(json(body)).header("If-Match", "*"));
    }

    void perform(String rest) {
        done(Call.post(path(rest), JsonValue.EMPTY_JSON_OBJECT));
    }

    /** A territory that counts nowhere yet, with one rule for records of a type. */
    String territory(String more, String recordType, String criteria) {
        String id = id("territories", "{'name': '" + unique() + "'" + more + "}");
        done(rules(id, recordType, criteria));
        return id;
    }

    Call rules(String territory, String recordType, String... criteria) {
        String items = Stream.of(criteria)
                .map(one -> "{'recordType': '" + recordType + "', 'criteria': '" + one + "'}")
                .collect(Collectors.joining(", "));
        return Call.put(path("territories/" + territory + "/territory-rules"), json("{'items': [" + items + "]}"))
                .header("If-Match", "*");
    }

    /** The same, and it counts. */
    String active(String more, String recordType, String criteria) {
        String id = territory(more, recordType, criteria);
        perform("territories/" + id + "/activate");
        return id;
    }

    /** Address of a new colleague with a built-in role. */
    String join(String person, String role) {
        return organisation.join(person, role);
    }

    /** The program of a colleague. */
    Client as(String email) {
        return RunningProduct.get().as(email);
    }

    /** Id of a colleague. */
    String person(String email) {
        return items(Call.get(path("people")).query("filter", "email==" + email))
                .get(0)
                .getString("id");
    }

    /** Gives somebody one new role in place of the former ones. */
    void holds(String person, String role) {
        String id = id("roles", role);
        done(Call.put(path("people/" + person + "/roles"), json("{'roles': ['" + id + "']}")));
    }

    /** Says what belongs to a territory: its members, or what becomes of new records. */
    Answer parts(String territory, String parts, String... items) {
        return send(Call.put(
                        path("territories/" + territory + "/" + parts),
                        json("{'items': [" + String.join(", ", items) + "]}"))
                .header("If-Match", "*"));
    }

    String account(String industry, String country) {
        return id(
                "accounts",
                "{'name': '" + unique() + "', 'industry': '" + industry + "', 'country': '" + country + "'}");
    }

    String deal(String name, String account) {
        return id("opportunities", "{'name': '" + name + "', 'account': '" + account + "'}");
    }

    /** The day that it is in the market, which may have begun elsewhere. */
    static LocalDate today() {
        return LocalDate.now(ZoneId.of("America/New_York"));
    }

    /** A deal that is won stays open for its documents. */
    void win(String deal, LocalDate day) {
        done(Call.post(
                path("opportunities/" + deal + "/win"),
                json("{'actualClose': '" + day + "', 'closeRevenue': {'amount': '70.00', 'currency': 'USD'}}")));
    }

    JsonObject explained(String recordType, String record) {
        return read("territory-assignments/" + recordType + "/" + record);
    }

    /** Id of the territory a record is in, empty for none. */
    String territoryOf(String recordType, String record) {
        JsonObject explained = explained(recordType, record);
        return explained.containsKey("territory")
                ? explained.getJsonObject("territory").getString("id")
                : "";
    }

    void comesInto(String territory, String recordType, String record) {
        RunningProduct.eventually(
                record + " is in " + territory,
                () -> territoryOf(recordType, record).equals(territory));
    }

    /** Waits until a record that nobody can be asked about is in a territory, and all that follows from it was done. */
    void comesIntoWhileOff(String record) {
        RunningProduct.eventually(
                record + " is in a territory",
                () -> !Console.of(organisation.slug())
                        .query("select 1 from territories.assignment where record_id = ?::uuid", record)
                        .isEmpty());
        delivers();
    }

    /** Waits until no event is to be delivered any more. */
    void delivers() {
        RunningProduct.eventually(
                "all events are delivered",
                () -> Console.unlimited()
                        .query(
                                "select 1 from platform.outbox o join platform.tenant t on t.id = o.tenant_id"
                                        + " where t.slug = ? and o.kind = 'event' and o.failed_at is null",
                                organisation.slug())
                        .isEmpty());
    }

    /** Waits until whatever was started has been done, so that what did not happen can be told. */
    void settles() {
        RunningProduct.eventually(
                "runs are over",
                () -> items(Call.get(path("jobs"))).stream()
                        .noneMatch(job -> List.of("WAITING", "RUNNING").contains(job.getString("state"))));
        String mark = account("mark", "nowhere");
        String marker = active(", 'priority': 1000", ACCOUNT, "id==" + mark);
        comesInto(marker, ACCOUNT, mark);
        perform("territories/" + marker + "/deactivate");
        comesInto("", ACCOUNT, mark);
    }

    List<JsonObject> items(Call call) {
        return done(call).json().getJsonArray("items").getValuesAs(JsonObject.class);
    }

    List<JsonObject> found(String records, String filter) {
        return items(Call.get(path(records)).query("filter", filter).query("limit", "200"));
    }
}
