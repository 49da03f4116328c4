package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Several workflows run on one opportunity at once, each with its own buttons and by the rules of any other write (S-OPP-21). */
class WorkflowsIT {

    private static final String STEPS = "'start': 'open', 'steps': [{'key': 'open', 'name': 'Open'},"
            + " {'key': 'done', 'name': 'Done', 'end': true}]";

    private final Desk desk = new Desk();
    private final Client max = RunningProduct.get().as(DemoMember.MAX_MANAGER);
    private final List<String> active = new ArrayList<>();

    @AfterEach
    void deactivateThem() {
        active.forEach(
                id -> desk.anna.send(Call.post(ROOT + "workflows/" + id + "/deactivate", JsonValue.EMPTY_JSON_OBJECT)));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    /** A definition for deals of this test alone, with ways from the open to the last step. */
    private JsonObject definition(String... ways) {
        return json("{'applies': 'name=like=" + desk.word + "', " + STEPS + ", 'transitions': ["
                + String.join(", ", ways) + "]}");
    }

    private static String way(String key, String more) {
        return "{'key': '" + key + "', 'name': 'To " + key + "', 'from': ['open'], 'to': 'done'" + more + "}";
    }

    private String drafted(String name, JsonObject definition, String group) {
        JsonObject body =
                object("recordType", "sales.opportunity", "name", desk.word + " " + name, "definition", definition);
        return desk.anna
                .done(Call.post(ROOT + "workflows", group.isEmpty() ? body : Desk.with(body, "group", group)))
                .json()
                .getString("id");
    }

    private Answer publish(String id) {
        return desk.anna.send(Call.post(ROOT + "workflows/" + id + "/publish", JsonValue.EMPTY_JSON_OBJECT));
    }

    private Answer activate(String id, boolean instead) {
        active.add(id);
        return desk.anna.send(Call.post(ROOT + "workflows/" + id + "/activate", object("instead", instead)));
    }

    private String running(String name, String... ways) {
        String id = drafted(name, definition(ways), "");
        desk.done(publish(id));
        desk.done(activate(id, false));
        return id;
    }

    private String deal(Object... more) {
        return desk.deal("Custom sale", desk.account("customer"), more);
    }

    private static String path(String deal) {
        return ROOT + "running-workflows/sales.opportunity/" + deal;
    }

    private static List<JsonObject> followed(Client client, String deal) {
        return items(client.read(path(deal)));
    }

    private static List<String> buttons(JsonObject workflow) {
        return workflow.getJsonArray("transitions").getValuesAs(JsonObject.class).stream()
                .map(way -> way.getString("name"))
                .toList();
    }

    private static String step(JsonObject workflow) {
        return workflow.getJsonObject("step").getString("key");
    }

    private static Answer press(Client client, String deal, String workflow, String way, Object... form) {
        return client.send(Call.post(path(deal) + "/" + workflow + "/" + way, object(form)));
    }

    @Test
    void showTwoSetsOfButtonsOfWhichEachGoesOnByItself() {
        String legal = running("A legal", way("check", ""));
        running("B technical", way("prove", ""), way("skip", ""));
        String deal = deal();

        List<JsonObject> before = followed(desk.rita, deal);
        desk.done(press(desk.rita, deal, legal, "check"));
        List<JsonObject> after = followed(desk.rita, deal);

        assertThat(before)
                .extracting(WorkflowsIT::buttons)
                .containsExactly(List.of("To check"), List.of("To prove", "To skip"));
        assertThat(after).extracting(WorkflowsIT::step).containsExactly("done", "open");
        assertThat(after).extracting(WorkflowsIT::buttons).containsExactly(List.of(), List.of("To prove", "To skip"));
        assertThat(press(desk.rita, deal, legal, "check").status()).isEqualTo(409);
        assertThat(desk.rita.read(ROOT + "opportunities/" + deal + "/timeline").toString())
                .contains(desk.word + " A legal");
    }

    @Test
    void sayWhyAButtonCannotBePressedAndRefuseItForTheSameReason() {
        String id = running("Guarded", way("sign", ", 'guard': 'amount>1000', 'reason': 'Only above 1,000'"));
        String deal = deal("amount", money("500.00"));

        JsonObject button =
                followed(desk.rita, deal).get(0).getJsonArray("transitions").getJsonObject(0);
        Answer refused = press(desk.rita, deal, id, "sign");
        desk.rita.done(Call.of("PATCH", ROOT + "opportunities/" + deal)
                .with(object("amount", money("2000.00")))
                .header("If-Match", "*"));
        JsonObject then =
                followed(desk.rita, deal).get(0).getJsonArray("transitions").getJsonObject(0);

        assertThat(button.getBoolean("possible")).isFalse();
        assertThat(button.getString("reason")).isEqualTo("Only above 1,000");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("transition-barred");
        assertThat(refused.json().getString("title")).isEqualTo("Only above 1,000");
        assertThat(then.getBoolean("possible")).isTrue();
        desk.done(press(desk.rita, deal, id, "sign"));
    }

    @Test
    void askForWhatIsNeededAndWriteItTogether() {
        String id = running(
                "Asking",
                way(
                        "brief",
                        ", 'fields': [{'field': 'amount', 'required': true}, {'field': 'need', 'required': true}]"));
        String deal = deal();

        Answer empty = press(desk.rita, deal, id, "brief");
        Answer other = press(desk.rita, deal, id, "brief", "amount", money("10.00"), "need", " ", "probability", 5);
        String stillThere = step(followed(desk.rita, deal).get(0));
        desk.done(press(desk.rita, deal, id, "brief", "amount", money("10.00"), "need", "Short"));

        assertThat(empty.status()).isEqualTo(400);
        assertThat(empty.fields()).containsExactly("amount", "need");
        assertThat(other.fields()).containsExactlyInAnyOrder("need", "probability");
        assertThat(stillThere).isEqualTo("open");
        assertThat(desk.read(deal).getString("need")).isEqualTo("Short");
        assertThat(step(followed(desk.rita, deal).get(0))).isEqualTo("done");
    }

    @Test
    void doWhatTheyAreToldAlongTheWay() {
        String template = desk.anna
                .done(Call.post(
                        ROOT + "text-templates",
                        object("name", desk.word, "subject", "About {{name}}", "text", "We go on.", "active", true)))
                .json()
                .getString("id");
        String id = running(
                "Doing",
                way(
                        "go",
                        ", 'actions': [{'kind': 'SET_FIELD', 'field': 'need', 'value': 'Set by it'},"
                                + " {'kind': 'CREATE_TASK', 'text': 'Look after it', 'days': 2, 'role': 'sales-manager'},"
                                + " {'kind': 'NOTIFY', 'role': 'sales-manager'},"
                                + " {'kind': 'SEND_MAIL', 'template': '" + template + "'}]"));
        String address = desk.word.toLowerCase() + "@customer.example";
        String account = desk.made(
                "accounts",
                json("{'name': '" + desk.word + "', 'emails': [{'kind': 'WORK', 'value': '" + address
                        + "', 'primary': true}]}"));
        String deal = desk.deal("Custom sale", account);

        desk.done(press(desk.rita, deal, id, "go"));

        assertThat(desk.read(deal).getString("need")).isEqualTo("Set by it");
        JsonObject task = items(desk.anna.read(ROOT + "opportunities/" + deal + "/activities")).stream()
                .filter(each -> each.getString("subject").equals("Look after it"))
                .findFirst()
                .orElseThrow();
        assertThat(desk.anna
                        .read(ROOT + "activities/" + task.getString("id"))
                        .getJsonObject("owner")
                        .getString("title"))
                .isEqualTo("Max Manager");
        assertThat(max.read(ROOT + "notices?limit=50").toString()).contains("core.workflow.notice", deal);
        RunningProduct.eventually(
                "the mail goes out",
                () -> !RunningProduct.get().mailsTo(address).isEmpty());
    }

    /** What they do by a feature that is off is left out, and the rest is done (S-SET-11). */
    @Test
    void doWhatIsLeftWhereAFeatureIsOff() {
        String posting = running(
                "Posting",
                way(
                        "go",
                        ", 'actions': [{'kind': 'SET_FIELD', 'field': 'need', 'value': 'Set by it'},"
                                + " {'kind': 'PERFORM', 'verb': 'post-demand'}]"));
        String deal = deal();
        assertThat(press(desk.rita, deal, posting, "go").status())
                .as("nothing was asked for that could be posted")
                .isEqualTo(409);

        String demand = ROOT + "features/sales.primary-demand";
        desk.anna.done(Call.put(demand, object("enabled", false)));
        try {
            desk.done(press(desk.rita, deal, posting, "go"));
        } finally {
            desk.anna.done(Call.put(demand, object("enabled", true)));
        }
        assertThat(desk.read(deal).getString("need")).isEqualTo("Set by it");
    }

    @Test
    void doNothingAtAllIfOneThingIsRefused() {
        String template = desk.anna
                .done(Call.post(ROOT + "text-templates", object("name", desk.word, "text", "Dear", "active", true)))
                .json()
                .getString("id");
        String mailing = running(
                "Mailing",
                way(
                        "go",
                        ", 'actions': [{'kind': 'SET_FIELD', 'field': 'need', 'value': 'Set by it'},"
                                + " {'kind': 'SEND_MAIL', 'template': '" + template + "'}]"));
        String stage = desk.anna
                .done(Call.post(
                        ROOT + "opportunity-stages",
                        object(
                                "name",
                                desk.word,
                                "status",
                                desk.id("opportunity-statuses", "Open"),
                                "probability",
                                10)))
                .json()
                .getString("id");
        String moving = running(
                "Moving",
                way("move", ", 'actions': [{'kind': 'SET_FIELD', 'field': 'stage', 'value': '" + stage + "'}]"));
        String deal = deal();

        Answer nobody = press(desk.rita, deal, mailing, "go");
        Answer stageless = press(desk.rita, deal, moving, "move");

        assertThat(nobody.status()).isEqualTo(409);
        assertThat(nobody.problem()).isEqualTo("no-recipient");
        assertThat(stageless.status()).isEqualTo(400);
        assertThat(stageless.fields()).containsExactly("stage");
        assertThat(desk.read(deal).isNull("need") || !desk.read(deal).containsKey("need"))
                .isTrue();
        assertThat(followed(desk.rita, deal)).extracting(WorkflowsIT::step).containsOnly("open");
    }

    @Test
    void showButtonsOnlyToTheRolesTheyAreFor() {
        String id = running("Roles", way("approve", ", 'roles': ['sales-manager']"), way("ask", ""));
        String deal = deal();

        assertThat(buttons(followed(desk.rita, deal).get(0))).containsExactly("To ask");
        assertThat(buttons(followed(max, deal).get(0))).containsExactly("To approve", "To ask");
        assertThat(press(desk.rita, deal, id, "approve").status()).isEqualTo(403);
        desk.done(press(max, deal, id, "approve"));
    }

    /** What a workflow names is not removed under it; the answer says which one it is. */
    @Test
    void keepTheRolesAndFieldsTheyName() {
        String role = made("roles", object("name", "Approvers " + desk.word));
        JsonObject field = object(
                "recordType", "sales.opportunity", "kind", "TEXT", "labels", object("en", "Remark " + desk.word));
        JsonObject own = desk.anna.done(Call.post(ROOT + "own-fields", field)).json();
        String id = drafted(
                "Names",
                definition(
                        way("approve", ", 'roles': ['Approvers " + desk.word + "']"),
                        way("remark", ", 'fields': [{'field': '" + own.getString("name") + "'}]")),
                "");

        for (String named : List.of("roles/" + role, "own-fields/" + own.getString("id"))) {
            Answer refused = desk.anna.send(Call.of("DELETE", ROOT + named).header("If-Match", "*"));
            assertThat(refused.status()).as(named).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("used-by");
            assertThat(refused.body()).contains(desk.word + " Names");
        }
        desk.anna.done(Call.of("DELETE", ROOT + "workflows/" + id));
        desk.anna.done(Call.of("DELETE", ROOT + "roles/" + role).header("If-Match", "*"));
        desk.anna.done(Call.of("DELETE", ROOT + "own-fields/" + own.getString("id")));
    }

    private String made(String path, JsonObject body) {
        return desk.anna.done(Call.post(ROOT + path, body)).json().getString("id");
    }

    @Test
    void letWhatHasBegunGoOnAsItBegan() {
        JsonObject first = json("{'applies': 'name=like=" + desk.word + "', 'start': 'open', 'steps': [{'key': 'open',"
                + " 'name': 'Open'}, {'key': 'mid', 'name': 'Middle'}, {'key': 'done', 'name': 'Done', 'end': true}],"
                + " 'transitions': [{'key': 'begin', 'name': 'Begin', 'from': ['open'], 'to': 'mid'},"
                + " {'key': 'finish', 'name': 'Finish', 'from': ['mid'], 'to': 'done'}]}");
        String id = drafted("Versions", first, "");
        desk.done(publish(id));
        desk.done(activate(id, false));
        String begun = deal();
        desk.done(press(desk.rita, begun, id, "begin"));

        desk.anna.done(Call.put(
                        ROOT + "workflows/" + id,
                        object("name", desk.word + " Versions", "definition", definition(way("end", ""))))
                .header("If-Match", "*"));
        desk.done(publish(id));
        String fresh = deal();

        assertThat(followed(desk.rita, begun).get(0).getInt("number")).isEqualTo(1);
        assertThat(buttons(followed(desk.rita, begun).get(0))).containsExactly("Finish");
        assertThat(buttons(followed(desk.rita, fresh).get(0))).containsExactly("To end");
        desk.done(press(desk.rita, begun, id, "finish"));
        assertThat(desk.anna.send(Call.of("DELETE", ROOT + "workflows/" + id)).status())
                .isEqualTo(409);
    }

    @Test
    void excludeEachOtherInAGroup() {
        String one = drafted("One", definition(way("go", "")), desk.word);
        String other = drafted("Other", definition(way("go", "")), desk.word.toUpperCase());
        assertThat(activate(one, false).problem()).isEqualTo("unpublished-workflow");
        desk.done(publish(one));
        desk.done(publish(other));
        desk.done(activate(one, false));
        String deal = deal();

        Answer second = activate(other, false);
        List<JsonObject> before = followed(desk.rita, deal);
        desk.done(activate(other, true));
        List<JsonObject> after = followed(desk.rita, deal);

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().getString("name")).isEqualTo(desk.word + " One");
        assertThat(before).extracting(each -> each.getString("workflow")).containsExactly(one);
        assertThat(after).extracting(each -> each.getString("workflow")).containsExactly(other);
    }

    @Test
    void letAdministratorsPutARecordAnywhereWithAReasonAndTellItsWay() {
        String id = running("Placed", way("go", ""));
        String deal = deal();
        desk.done(press(desk.rita, deal, id, "go"));
        Call place = Call.put(path(deal) + "/" + id, object("step", "open", "reason", "Begun too early"));

        assertThat(desk.rita.send(place).status()).isEqualTo(403);
        assertThat(desk.anna
                        .send(Call.put(path(deal) + "/" + id, object("step", "open")))
                        .fields())
                .containsExactly("reason");
        assertThat(desk.anna
                        .send(Call.put(path(deal) + "/" + id, object("step", "x", "reason", "Y")))
                        .fields())
                .containsExactly("step");
        desk.anna.done(place);

        List<JsonObject> way = items(desk.rita.read(path(deal) + "/" + id));
        assertThat(way)
                .extracting(each -> each.getString("from") + " " + each.getString("to"))
                .containsExactly("Done Open", "Open Done");
        assertThat(way.get(0).getString("reason")).isEqualTo("Begun too early");
        assertThat(way.get(0).getJsonNumber("seconds").longValue()).isNotNegative();
        assertThat(way.get(1).getString("by")).isEqualTo("Rita Rep");
        assertThat(buttons(followed(desk.rita, deal).get(0))).containsExactly("To go");
        assertThat(desk.rita.read(ROOT + "opportunities/" + deal + "/history").toString())
                .contains("Begun too early");
    }

    @Test
    void areNotPublishedWithDefects() {
        JsonObject broken =
                json("{'start': 'nowhere', 'steps': [{'key': 'a', 'name': 'A'}], 'transitions': [{'key': 'x',"
                        + " 'name': 'X', 'from': ['a'], 'to': 'b', 'roles': ['nobody'], 'guard': 'nothing==1',"
                        + " 'fields': [{'field': 'outcome'}]}]}");
        String id = drafted("Broken", broken, "");

        Answer refused = publish(id);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields())
                .contains(
                        "definition.start",
                        "definition.steps.0",
                        "definition.transitions.0.to",
                        "definition.transitions.0.roles.0",
                        "definition.transitions.0.guard",
                        "definition.transitions.0.fields.0.field");
        JsonObject kept = desk.anna.read(ROOT + "workflows/" + id);
        assertThat(kept.getJsonArray("defects")).hasSameSizeAs(refused.json().getJsonArray("errors"));
        assertThat(desk.anna.send(Call.of("DELETE", ROOT + "workflows/" + id)).status())
                .isEqualTo(204);
    }
}
