package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Opportunities on their way through kinds and stages to their end, and past it (areas KIND and CLOSE). */
class PipelineIT {

    private static final String ROOT = "/api/tenants/acme/";

    private final RunningProduct product = RunningProduct.get();
    private final Client rita = product.as(DemoMember.RITA_REP);
    private final Client max = product.as(DemoMember.MAX_MANAGER);
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final String word = "P" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void offersOneStandardAndOneCustomKindWithTheSameStagesToANewTenant() {
        for (String kind : List.of("Custom sale", "Standard sale")) {
            Call stages = Call.get(ROOT + "opportunity-kind-stages")
                    .query("filter", "kind.name=='" + kind + "';kind.allowed==true")
                    .query("sort", "position");

            assertThat(items(anna.done(stages).json()))
                    .extracting(stage -> stage.getString("name"))
                    .containsExactly(
                            "New opportunity", "Identify needs", "Analyse needs", "Prepare proposal", "Negotiate");
        }
    }

    /** The order that one person gives the cards of a column is everybody's, and is there again after a reload. */
    @Test
    void keepsTheOrderInWhichCardsWerePut() {
        String first = deal("Custom sale");
        String second = deal("Custom sale");
        String third = deal("Custom sale");
        assertThat(cards(rita, first, second, third)).containsExactly(third, second, first);

        rita.done(put(third, second));
        assertThat(cards(rita, first, second, third)).containsExactly(second, third, first);
        rita.done(put(first, second));
        assertThat(cards(rita, first, second, third)).containsExactly(second, first, third);
        anna.done(put(third, null));
        assertThat(cards(rita, first, second, third)).containsExactly(third, second, first);
        for (int turn = 0; turn < 40; turn++) {
            rita.done(put(turn % 2 == 0 ? first : second, third));
        }
        assertThat(cards(rita, first, second, third)).containsExactly(third, second, first);
        assertThat(rita.read(ROOT + "opportunities/" + third).getInt("version")).isOne();
    }

    @Test
    void putsNoCardsThatAreNotTheCallersToMove() {
        String mine = deal("Custom sale");
        Client rob = RunningProduct.get().as(DemoMember.ROB_REP);
        Client otto = RunningProduct.get().as(DemoMember.OTTO_ONLY);

        assertThat(rob.send(put(mine, null)).status()).isEqualTo(404);
        assertThat(otto.send(put(mine, null)).status()).isEqualTo(403);
        assertThat(rita.send(put(mine, mine)).fields()).containsExactly("after");
        assertThat(rita.send(put(mine, "01900000-0000-7000-8000-000000000000")).fields())
                .containsExactly("after");
        assertThat(rita.send(Call.put(ROOT + "boards/core.account/places", body("record", mine)))
                        .status())
                .isEqualTo(404);
    }

    private static Call put(String record, String after) {
        JsonObjectBuilder place = Json.createObjectBuilder().add("record", record);
        return Call.put(
                ROOT + "boards/sales.opportunity/places", (after == null ? place : place.add("after", after)).build());
    }

    /** These cards in the order of the board. */
    private static java.util.List<String> cards(Client who, String... deals) {
        return who
                .done(Call.get(ROOT + "opportunities")
                        .query("sort", "place")
                        .query("filter", "id=in=(" + String.join(",", deals) + ")"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(card -> card.getString("id"))
                .toList();
    }

    /** The moves a standard sale forbids: where from, where to, and why not. */
    private static final List<List<String>> FORBIDDEN = List.of(
            List.of("New opportunity", "Analyse needs", "skips"),
            List.of("Identify needs", "New opportunity", "goes-back"),
            List.of("Analyse needs", "New opportunity", "goes-back"),
            List.of("Analyse needs", "Identify needs", "goes-back"));

    private static final Map<String, String> STATUSES = Map.of(
            "New opportunity",
            "Open",
            "Identify needs",
            "Identification & Alignment",
            "Analyse needs",
            "Needs Analysis");

    /** Form, board and list change the field; program and board menu call the verb; many at once; a file; a workflow. */
    @ParameterizedTest
    @ValueSource(strings = {"form", "verb", "bulk form", "bulk verb", "status", "import", "workflow"})
    void refusesForbiddenMovesOnEveryPath(String path) {
        for (List<String> move : FORBIDDEN) {
            String deal = standing(move.get(0));

            boolean moved = isMoved(path, deal, move.get(1), move.get(2));

            assertThat(moved).as(path + " " + move).isFalse();
            assertThat(title(rita.read(ROOT + "opportunities/" + deal), "stage"))
                    .as(path)
                    .isEqualTo(move.get(0));
        }
    }

    @Test
    void refusesToStartAStandardSaleInTheMiddle() {
        JsonObject deal = Json.createObjectBuilder(newDeal("Standard sale"))
                .add("stage", stage("Standard sale", "Analyse needs"))
                .build();

        Answer refused = anna.send(Call.post(ROOT + "opportunities", deal));

        assertThat(refused.problem()).isEqualTo("move-refused");
    }

    /** A standard sale that went step by step to the stage. */
    private String standing(String stage) {
        String deal = deal("Standard sale");
        List<String> way = List.of("Identify needs", "Analyse needs");
        way.subList(0, way.indexOf(stage) + 1)
                .forEach(next -> rita.done(verb(deal, "move", body("stage", stage("Standard sale", next)))));
        return deal;
    }

    private boolean isMoved(String path, String deal, String to, String objection) {
        JsonObject target = body("stage", stage("Standard sale", to));
        return switch (path) {
            case "form" -> isDone(anna.send(change(deal, target)), objection);
            case "verb" -> isDone(anna.send(verb(deal, "move", target)), objection);
            case "bulk form" -> bulk(deal, Json.createObjectBuilder().add("change", target), objection);
            case "bulk verb" ->
                bulk(deal, Json.createObjectBuilder().add("verb", "move").add("input", target), objection);
            case "status" -> isDone(anna.send(change(deal, body("status", status(STATUSES.get(to))))), objection);
            case "workflow" -> byWorkflow(deal, stage("Standard sale", to), objection);
            default -> imported(deal, to);
        };
    }

    /** By a button of a workflow that sets the stage and follows this deal alone. */
    private boolean byWorkflow(String deal, String stage, String objection) {
        JsonObject action = Json.createObjectBuilder()
                .add("kind", "SET_FIELD")
                .add("field", "stage")
                .add("value", stage)
                .build();
        JsonObject way = Json.createObjectBuilder()
                .add("key", "go")
                .add("name", "Go")
                .add("from", Json.createArrayBuilder().add("open"))
                .add("to", "done")
                .add("actions", Json.createArrayBuilder().add(action))
                .build();
        JsonObject definition = Json.createObjectBuilder()
                .add("applies", "id==" + deal)
                .add("start", "open")
                .add("steps", Json.createArrayBuilder().add(step("open", false)).add(step("done", true)))
                .add("transitions", Json.createArrayBuilder().add(way))
                .build();
        JsonObject workflow = Json.createObjectBuilder()
                .add("recordType", "sales.opportunity")
                .add("name", word + " " + deal)
                .add("definition", definition)
                .build();
        String id = anna.done(Call.post(ROOT + "workflows", workflow)).json().getString("id");
        told(id, "publish");
        told(id, "activate");
        try {
            return isDone(
                    anna.send(Call.post(
                            ROOT + "running-workflows/sales.opportunity/" + deal + "/" + id + "/go",
                            JsonValue.EMPTY_JSON_OBJECT)),
                    objection);
        } finally {
            told(id, "deactivate");
        }
    }

    private static JsonObjectBuilder step(String key, boolean end) {
        return Json.createObjectBuilder().add("key", key).add("name", key).add("end", end);
    }

    private void told(String workflow, String what) {
        anna.done(Call.post(ROOT + "workflows/" + workflow + "/" + what, JsonValue.EMPTY_JSON_OBJECT));
    }

    private static boolean isDone(Answer answer, String objection) {
        if (!answer.isSuccess()) {
            assertThat(answer.problem()).isEqualTo("move-refused");
            assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                    .isEqualTo(objection);
        }
        return answer.isSuccess();
    }

    private boolean bulk(String deal, JsonObjectBuilder what, String objection) {
        JsonObject request =
                what.add("ids", Json.createArrayBuilder().add(deal)).build();
        JsonObject result =
                anna.done(Call.post(ROOT + "opportunities/bulk", request)).json();
        if (result.getInt("done") == 0) {
            JsonObject failure = result.getJsonArray("failed").getJsonObject(0);
            assertThat(failure.getString("problem")).isEqualTo("move-refused");
            assertThat(failure.getJsonArray("errors").getJsonObject(0).getString("code"))
                    .isEqualTo(objection);
        }
        return result.getInt("done") > 0;
    }

    /** The row is refused; how a file is imported is proven elsewhere. */
    private boolean imported(String deal, String to) {
        String name = rita.read(ROOT + "opportunities/" + deal).getString("name");
        String file = "Name,Stage\n" + name + "," + to + "\n";
        String id = anna.done(Call.of("POST", ROOT + "imports")
                        .query("recordType", "sales.opportunity")
                        .with("text/csv", file))
                .json()
                .getString("id");
        JsonObject mapping = Json.createObjectBuilder()
                .add(
                        "fields",
                        Json.createArrayBuilder().add(column("name", "Name")).add(column("stage", "Stage")))
                .add("mode", "update")
                .add("keys", Json.createArrayBuilder().add("name"))
                .build();
        anna.done(Call.put(ROOT + "imports/" + id + "/mapping", mapping));
        worked(id, "validate");
        worked(id, "run");
        JsonObject counts = anna.read(ROOT + "imports/" + id).getJsonObject("counts");
        assertThat(counts.getInt("FAILED", 0) + counts.getInt("ERROR", 0)).isOne();
        return counts.getInt("UPDATED", 0) > 0;
    }

    private static JsonObjectBuilder column(String field, String column) {
        return Json.createObjectBuilder().add("field", field).add("column", column);
    }

    private void worked(String imported, String step) {
        anna.send(Call.of("POST", ROOT + "imports/" + imported + "/" + step));
        RunningProduct.eventually(
                "import: " + step,
                () -> anna.read(ROOT + "imports/" + imported)
                        .getString("work", "")
                        .isEmpty());
    }

    @Test
    void goesTheStandardWayStepByStepAndIsWonFromItsEnd() {
        String deal = deal("Standard sale");

        assertThat(rita.send(verb(deal, "win", victory())).problem()).isEqualTo("move-refused");
        rita.done(verb(deal, "move", body("stage", stage("Standard sale", "Identify needs"))));
        rita.done(verb(deal, "move", body("stage", stage("Standard sale", "Analyse needs"))));
        Answer lacking = rita.send(verb(deal, "move", body("stage", stage("Standard sale", "Prepare proposal"))));
        assertThat(lacking.status()).isEqualTo(400);
        assertThat(lacking.fields()).containsExactly("amount");
        JsonObject withAmount = Json.createObjectBuilder()
                .add("stage", stage("Standard sale", "Prepare proposal"))
                .add("amount", money("900.00"))
                .build();
        JsonObject proposed = rita.done(change(deal, withAmount)).json();
        assertThat(title(proposed, "status")).isEqualTo("Solution Development");
        assertThat(proposed.getInt("probability")).isEqualTo(50);
        rita.done(verb(deal, "move", body("stage", stage("Standard sale", "Negotiate"))));
        JsonObject won = rita.done(verb(deal, "win", victory())).json();

        assertThat(won.getString("outcome")).isEqualTo("WON");
        assertThat(won.getBoolean("closed")).isFalse();
        List<JsonObject> passed = visits(deal);
        assertThat(passed)
                .extracting(visit -> visit.getString("name"))
                .containsExactly("New opportunity", "Identify needs", "Analyse needs", "Prepare proposal", "Negotiate");
        assertThat(passed).noneMatch(visit -> visit.isNull("leftAt") || visit.getBoolean("fellOff"));
    }

    @Test
    void goesBackOnlyAsADeviationWithItsOwnRight() {
        String deal = deal("Standard sale");
        rita.done(verb(deal, "move", body("stage", stage("Standard sale", "Identify needs"))));
        JsonObject back = Json.createObjectBuilder()
                .add("stage", stage("Standard sale", "New opportunity"))
                .add("reason", "Another buyer")
                .build();

        assertThat(rita.send(verb(deal, "move", body("stage", stage("Standard sale", "New opportunity"))))
                        .status())
                .isEqualTo(409);
        assertThat(rita.send(verb(deal, "deviate", back)).status()).isEqualTo(403);
        max.done(verb(deal, "deviate", back));

        JsonObject last = visits(deal).get(2);
        assertThat(last.getBoolean("deviation")).isTrue();
        assertThat(last.getBoolean("back")).isTrue();
        assertThat(last.getString("reason")).isEqualTo("Another buyer");
    }

    @Test
    void movesFreelyInACustomSaleAndRemembersWhatWasSkippedAndWhereItFellOff() {
        String deal = deal("Custom sale");

        rita.done(verb(deal, "move", body("stage", stage("Custom sale", "Analyse needs"))));
        JsonObject lost = rita.done(verb(
                        deal,
                        "lose",
                        Json.createObjectBuilder()
                                .add("actualClose", "2026-06-15")
                                .add("lossReason", id("loss-reasons", "Price"))
                                .build()))
                .json();

        assertThat(title(lost, "fallOffStage")).isEqualTo("Analyse needs");
        assertThat(lost.getBoolean("closed")).isTrue();
        List<JsonObject> passed = visits(deal);
        assertThat(passed).extracting(visit -> visit.getInt("skipped")).containsExactly(0, 1);
        assertThat(passed.get(1).getBoolean("fellOff")).isTrue();
        assertThat(lostAt(deal)).containsExactly("Analyse needs 1");
    }

    /** Stages at which the report has the deal lost, and how many it counts there (S-KIND-13). */
    private List<String> lostAt(String deal) {
        JsonObject report = rita.done(Call.get(ROOT + "opportunities/reports/win-loss")
                        .query("by", "fallOffStage")
                        .query("filter", "id==" + deal))
                .json();
        return report.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .map(line -> line.getString("label") + " "
                        + line.getJsonObject("values").getJsonObject("lost").getString("number"))
                .toList();
    }

    /** Each deal is in the views that speak of it and in no other (S-OPP-18). */
    @Test
    void standsInTheViewsThatSpeakOfIt() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String late = expected(today.minusDays(1));
        String soon = expected(today.plusDays(7));
        String ofAnna = anna.done(Call.post(ROOT + "opportunities", newDeal("Custom sale")))
                .json()
                .getString("id");
        String lately = closed(today.minusDays(1));
        String longAgo = closed(today.minusDays(60));
        List<String> all = List.of(late, soon, ofAnna, lately, longAgo);

        assertThat(inView("open", all)).containsExactlyInAnyOrder(late, soon, ofAnna);
        assertThat(inView("overdue", all)).containsExactly(late);
        assertThat(inView("closed", all)).containsExactly(lately);
        assertThat(inView("mine", all)).containsExactly(ofAnna);
        assertThat(described().getJsonArray("views").getJsonObject(0).getString("key"))
                .as("the one that opens first")
                .isEqualTo("open");
    }

    private String expected(LocalDate day) {
        String deal = deal("Custom sale");
        rita.done(change(deal, body("expectedClose", day.toString())));
        return deal;
    }

    private String closed(LocalDate day) {
        String deal = deal("Custom sale");
        rita.done(verb(
                deal,
                "lose",
                Json.createObjectBuilder()
                        .add("actualClose", day.toString())
                        .add("lossReason", id("loss-reasons", "Price"))
                        .build()));
        return deal;
    }

    /** Those of the deals that the administrator sees in the view. */
    private List<String> inView(String key, List<String> deals) {
        String filter = described().getJsonArray("views").getValuesAs(JsonObject.class).stream()
                .filter(view -> view.getString("key").equals(key))
                .findFirst()
                .orElseThrow()
                .getString("filter");
        Call asked = Call.get(ROOT + "opportunities")
                .query("filter", "id=in=(" + String.join(",", deals) + ");(" + filter + ")");
        return items(anna.done(asked).json()).stream()
                .map(deal -> deal.getString("id"))
                .toList();
    }

    /** Deals as the shell knows them. */
    private JsonObject described() {
        return anna.read(ROOT + "manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals("sales.opportunity"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void reopensAClosedDealAsANewOneAndOnlyOnce() {
        String deal = deal("Custom sale", money("500.00"));
        rita.done(verb(deal, "win", victory()));
        assertThat(rita.send(verb(deal, "reopen", JsonValue.EMPTY_JSON_OBJECT)).status())
                .isEqualTo(409);
        rita.done(verb(deal, "close", JsonValue.EMPTY_JSON_OBJECT));

        JsonObject old =
                rita.done(verb(deal, "reopen", JsonValue.EMPTY_JSON_OBJECT)).json();

        assertThat(old.getString("outcome")).isEqualTo("WON");
        assertThat(old.getJsonObject("closeRevenue").getString("amount")).isEqualTo("500.00");
        String next = old.getJsonObject("reopenedAs").getString("id");
        JsonObject successor = rita.read(ROOT + "opportunities/" + next);
        assertThat(successor.getJsonObject("reopenedFrom").getString("id")).isEqualTo(deal);
        assertThat(successor.getString("outcome")).isEqualTo("IN_PROGRESS");
        assertThat(title(successor, "stage")).isEqualTo("New opportunity");
        Answer again = rita.send(verb(deal, "reopen", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(again.problem()).isEqualTo("successor-in-progress");
        assertThat(again.body()).contains(next);
    }

    @Test
    void correctsASlipOfTheHandWithAReason() {
        String deal = deal("Custom sale", money("500.00"));
        rita.done(verb(deal, "win", victory()));
        JsonObject slip =
                Json.createObjectBuilder().add("reason", "Wrong button").build();

        assertThat(rita.send(verb(deal, "correct", slip)).status()).isEqualTo(403);
        JsonObject corrected = max.done(verb(deal, "correct", slip)).json();

        assertThat(corrected.getString("id")).isEqualTo(deal);
        assertThat(corrected.getString("outcome")).isEqualTo("IN_PROGRESS");
        assertThat(corrected.isNull("closeRevenue")).isTrue();
        assertThat(visits(deal)).filteredOn(visit -> visit.isNull("leftAt")).hasSize(1);
    }

    @Test
    void changesTheStagesOfAStandardKindNever() {
        JsonObject entry = items(anna.done(Call.get(ROOT + "opportunity-kind-stages")
                                .query("filter", "kind.name=='Standard sale'"))
                        .json())
                .get(0);

        assertThat(anna.send(Call.of("DELETE", ROOT + "opportunity-kind-stages/" + entry.getString("id")))
                        .problem())
                .isEqualTo("stages-fixed");
    }

    @Test
    void changesKindWithItsStageMapped() {
        String deal = deal("Custom sale");
        JsonObject unmapped = Json.createObjectBuilder()
                .add("kind", id("opportunity-kinds", "Standard sale"))
                .build();

        assertThat(max.send(verb(deal, "change-kind", unmapped)).status()).isEqualTo(400);
        JsonObject mapped = Json.createObjectBuilder(unmapped)
                .add("stage", stage("Standard sale", "Identify needs"))
                .build();
        JsonObject changed = max.done(verb(deal, "change-kind", mapped)).json();

        assertThat(title(changed, "kind")).isEqualTo("Standard sale");
        assertThat(title(changed, "stage")).isEqualTo("Identify needs");
    }

    /** S-KIND-17: seven running deals stand at a stage that the next version does not have. */
    @Test
    void aUsedKindIsRevisedAndItsDealsAreTakenOver() {
        String name = "Fair " + UUID.randomUUID();
        String kind = kindLike("Custom sale", name);
        String rule = anna.done(Call.post(
                        ROOT + "task-rules",
                        Json.createObjectBuilder()
                                .add("name", "Ask about " + name)
                                .add("occasion", "WON")
                                .add("kind", kind)
                                .build()))
                .json()
                .getString("name");
        String gone = stage(name, "Negotiate");
        List<String> deals = Stream.generate(() -> deal(name)).limit(7).toList();
        String stays = deal(name);
        deals.forEach(deal -> rita.done(verb(deal, "move", body("stage", gone))));

        String draft = draftOf(kind);
        assertThat(anna.send(ofKind(kind, "revise", JsonValue.EMPTY_JSON_OBJECT))
                        .problem())
                .isEqualTo("not-offered");
        String entry = items(anna.done(Call.get(ROOT + "opportunity-kind-stages")
                                .query("filter", "kind==" + draft + ";stage==" + gone))
                        .json())
                .get(0)
                .getString("id");
        anna.done(Call.of("DELETE", ROOT + "opportunity-kind-stages/" + entry));
        JsonObject released =
                anna.done(ofKind(draft, "release", JsonValue.EMPTY_JSON_OBJECT)).json();

        assertThat(released.getString("name")).isEqualTo(name);
        assertThat(released.getInt("edition")).isEqualTo(2);
        JsonObject former = anna.read(ROOT + "opportunity-kinds/" + kind);
        assertThat(former.getString("name")).isEqualTo(name + " (1)");
        assertThat(former.getBoolean("allowed")).isFalse();
        assertThat(items(anna.done(Call.get(ROOT + "task-rules").query("filter", "kind==" + draft))
                        .json()))
                .extracting(copy -> copy.getString("name"))
                .containsExactly(rule);
        assertThat(title(rita.read(ROOT + "opportunities/" + stays), "kind")).isEqualTo(name + " (1)");

        JsonObject proposed = anna.read(ROOT + "opportunity-kinds/" + kind + "/migrate");
        assertThat(proposed.getJsonObject("kind").getString("id")).isEqualTo(draft);
        assertThat(proposed.getInt("deals")).isEqualTo(8);
        JsonObject plain = body("kind", draft);
        Answer unmapped = anna.send(ofKind(kind, "migrate", plain));
        assertThat(unmapped.problem()).isEqualTo("deals-without-stage");
        assertThat(unmapped.fields()).containsExactly("stage");
        assertThat(unmapped.json().getString("title")).startsWith("7 ");
        String target = stage(name, "Identify needs");
        JsonObject mapped = Json.createObjectBuilder(plain).add("stage", target).build();
        anna.done(ofKind(kind, "migrate", mapped));

        assertThat(deals.stream().map(deal -> rita.read(ROOT + "opportunities/" + deal)))
                .allSatisfy(deal -> assertThat(title(deal, "stage")).isEqualTo("Identify needs"))
                .allSatisfy(deal -> assertThat(title(deal, "kind")).isEqualTo(name));
        assertThat(title(rita.read(ROOT + "opportunities/" + stays), "stage")).isEqualTo("New opportunity");
        assertThat(anna.read(ROOT + "opportunity-kinds/" + kind + "/migrate").getInt("deals"))
                .isZero();
    }

    /** A stage may be left to roles: others are told so as what they may not do, not as what does not fit (S-ROLE-11). */
    @Test
    void leavesAStageToTheRolesItIsFor() {
        String name = "Reserved " + word;
        String kind = kindLike("Custom sale", name);
        String left = stage(name, "Negotiate");
        String entry = items(anna.done(Call.get(ROOT + "opportunity-kind-stages")
                                .query("filter", "kind==" + kind + ";stage==" + left))
                        .json())
                .get(0)
                .getString("id");
        anna.done(Call.of("PATCH", ROOT + "opportunity-kind-stages/" + entry)
                .with(body("roles", "sales-manager"))
                .header("If-Match", "*"));
        String deal = deal(name);

        for (Answer refused : List.of(
                rita.send(change(deal, body("stage", left))), rita.send(verb(deal, "move", body("stage", left))))) {
            assertThat(refused.status()).isEqualTo(403);
            assertThat(refused.problem()).isEqualTo("move-of-other-roles");
            assertThat(refused.fields()).containsExactly("stage");
        }
        assertThat(title(rita.read(ROOT + "opportunities/" + deal), "stage")).isEqualTo("New opportunity");
        assertThat(title(max.done(verb(deal, "move", body("stage", left))).json(), "stage"))
                .isEqualTo("Negotiate");
    }

    /** S-KIND-03, S-KIND-18: pickers ask what may be chosen; what is not offered is refused as well. */
    @Test
    void offersOnlyKindsThatAreOpenToTheCaller() {
        String forManagers = kindLike("Custom sale", "Managed " + word);
        limit(forManagers, body("roles", "sales-manager"));
        String ofOthers = kindLike("Custom sale", "Foreign " + word);
        limit(
                ofOthers,
                body(
                        "team",
                        anna.done(Call.post(ROOT + "teams", body("name", "Far " + word)))
                                .json()
                                .getString("id")));
        String drafted = anna.done(Call.post(
                        ROOT + "opportunity-kinds",
                        Json.createObjectBuilder()
                                .add("name", "Drafted " + word)
                                .add("type", "OTHER")
                                .build()))
                .json()
                .getString("id");
        String forAll = id("opportunity-kinds", "Custom sale");

        assertThat(offered(rita, "kind", JsonValue.EMPTY_JSON_OBJECT))
                .contains(forAll)
                .doesNotContain(forManagers, ofOthers, drafted);
        assertThat(offered(max, "kind", JsonValue.EMPTY_JSON_OBJECT))
                .contains(forAll, forManagers)
                .doesNotContain(ofOthers, drafted);
        for (String shut : List.of(forManagers, ofOthers, drafted)) {
            JsonObject deal = Json.createObjectBuilder(newDeal("Custom sale"))
                    .add("kind", shut)
                    .build();
            assertThat(rita.send(Call.post(ROOT + "opportunities", deal)).fields())
                    .containsExactly("kind");
        }
        String deal = deal("Custom sale");
        assertThat(offered(rita, "kind", body("id", deal))).containsExactly(forAll);
        assertThat(offered(max, "kind", body("id", deal), "change-kind"))
                .contains(forManagers)
                .doesNotContain(forAll, ofOthers, drafted);
        limit(forManagers, Json.createObjectBuilder().add("allowed", false).build());
        limit(ofOthers, Json.createObjectBuilder().add("allowed", false).build());
    }

    /** S-KIND-18: without a kind of its own a new deal has the one that is preselected for its team. */
    @Test
    void givesDealsOfATeamTheKindThatIsPreselectedForIt() {
        String team = rita.read(ROOT + "opportunities/" + deal("Custom sale"))
                .getJsonObject("team")
                .getString("id");
        String kind = kindLike("Custom sale", "Teamed " + word);
        JsonObject untold =
                Json.createObjectBuilder(newDeal("Custom sale")).remove("kind").build();
        try {
            limit(
                    kind,
                    Json.createObjectBuilder()
                            .add("team", team)
                            .add("preferred", true)
                            .build());

            JsonObject made =
                    rita.done(Call.post(ROOT + "opportunities", untold)).json();

            assertThat(made.getJsonObject("kind").getString("id")).isEqualTo(kind);
        } finally {
            limit(
                    kind,
                    Json.createObjectBuilder()
                            .add("preferred", false)
                            .add("allowed", false)
                            .build());
        }
    }

    /** In a fixed order the stages and statuses on offer are those the next move may bring a deal to. */
    @Test
    void offersOnlyTheMovesTheKindAllows() {
        String standard = id("opportunity-kinds", "Standard sale");
        String first = stage("Standard sale", "New opportunity");
        String second = stage("Standard sale", "Identify needs");
        String deal = deal("Standard sale");

        assertThat(offered(rita, "stage", body("kind", standard))).containsExactly(first);
        assertThat(offered(rita, "stage", body("id", deal))).containsExactlyInAnyOrder(first, second);
        assertThat(offered(rita, "status", body("id", deal)))
                .contains(status("Identification & Alignment"), status("Open"), status("Closed Lost"))
                .doesNotContain(status("Needs Analysis"), status("Negotiation"));
        assertThat(offered(rita, "stage", body("id", deal), "move")).containsExactly(second);
        assertThat(offered(max, "stage", body("id", deal), "deviate"))
                .contains(second, stage("Standard sale", "Negotiate"))
                .doesNotContain(first);
        assertThat(offered(rita, "stage", body("id", deal("Custom sale")))).hasSize(5);
        assertThat(rita.send(Call.post(ROOT + "choices/sales.opportunity", body("id", "none")))
                        .fields())
                .containsExactly("id");
        assertThat(rita.send(Call.post(ROOT + "choices/sales.opportunity", body("kind", "none")))
                        .fields())
                .containsExactly("kind");
    }

    private static List<String> offered(Client who, String field, JsonObject members, String... verb) {
        Call asked = Call.post(ROOT + "choices/sales.opportunity", members);
        return who.done(verb.length == 0 ? asked : asked.query("verb", verb[0]))
                .json()
                .getJsonObject("fields")
                .getJsonArray(field)
                .getValuesAs(jakarta.json.JsonString::getString);
    }

    private void limit(String kind, JsonObject change) {
        anna.done(Call.of("PATCH", ROOT + "opportunity-kinds/" + kind)
                .with(change)
                .header("If-Match", "*"));
    }

    private String draftOf(String kind) {
        anna.done(ofKind(kind, "revise", JsonValue.EMPTY_JSON_OBJECT));
        return items(anna.done(Call.get(ROOT + "opportunity-kinds").query("filter", "former==" + kind))
                        .json())
                .get(0)
                .getString("id");
    }

    private static Call ofKind(String kind, String verb, JsonObject input) {
        return Call.post(ROOT + "opportunity-kinds/" + kind + "/" + verb, input);
    }

    /** An allowed custom kind with the stages of another one. */
    private String kindLike(String other, String name) {
        JsonObject kind = Json.createObjectBuilder()
                .add("name", name)
                .add("type", "CUSTOM")
                .build();
        String id =
                anna.done(Call.post(ROOT + "opportunity-kinds", kind)).json().getString("id");
        items(anna.done(Call.get(ROOT + "opportunity-kind-stages")
                                .query("filter", "kind.name=='" + other + "'")
                                .query("sort", "position"))
                        .json())
                .forEach(entry -> anna.done(Call.post(
                        ROOT + "opportunity-kind-stages",
                        Json.createObjectBuilder()
                                .add("kind", id)
                                .add("stage", entry.getJsonObject("stage").getString("id"))
                                .add("position", entry.getInt("position"))
                                .build())));
        anna.done(Call.of("PATCH", ROOT + "opportunity-kinds/" + id)
                .with(Json.createObjectBuilder().add("allowed", true).build())
                .header("If-Match", "*"));
        return id;
    }

    @Test
    void comesBackFromSimpleModeOnTheStageOfItsStatus() {
        String deal = deal("Custom sale");
        assertThat(boards()).containsExactly("stage", "status");
        try {
            switchManagement(false);
            assertThat(boards()).containsExactly("status");
            JsonObject moved = rita.done(change(deal, body("status", status("Negotiation"))))
                    .json();
            assertThat(moved.containsKey("stage")).isFalse();
        } finally {
            switchManagement(true);
        }

        assertThat(title(rita.read(ROOT + "opportunities/" + deal), "stage")).isEqualTo("Negotiate");
    }

    /** Fields whose values are the columns of the boards of deals (S-PIPE-02). */
    private List<String> boards() {
        return described().getJsonArray("boards").getValuesAs(JsonObject.class).stream()
                .map(board -> board.getString("field"))
                .toList();
    }

    private void switchManagement(boolean on) {
        anna.done(Call.put(
                ROOT + "features/sales.opportunity-management",
                Json.createObjectBuilder().add("enabled", on).build()));
    }

    @Test
    void weighsTheColumnsOfABoard() {
        String deal = deal("Custom sale", money("1000.00"));
        rita.done(change(deal, Json.createObjectBuilder().add("probability", 10).build()));
        String filter = "name=='" + rita.read(ROOT + "opportunities/" + deal).getString("name") + "'";

        JsonObject group = rita.done(Call.get(ROOT + "opportunities/groups")
                        .query("by", "stage")
                        .query("sum", "amount")
                        .query("weight", "probability")
                        .query("filter", filter))
                .json()
                .getJsonArray("groups")
                .getJsonObject(0);

        assertThat(group.getJsonObject("sum").getString("amount")).isEqualTo("1000.00");
        assertThat(group.getJsonObject("weighted").getString("amount")).isEqualTo("100.00");
    }

    private String deal(String kind) {
        return rita.done(Call.post(ROOT + "opportunities", newDeal(kind)))
                .json()
                .getString("id");
    }

    private String deal(String kind, JsonObject amount) {
        JsonObject body =
                Json.createObjectBuilder(newDeal(kind)).add("amount", amount).build();
        return rita.done(Call.post(ROOT + "opportunities", body)).json().getString("id");
    }

    private JsonObject newDeal(String kind) {
        String account = rita.done(Call.post(
                        ROOT + "accounts",
                        Json.createObjectBuilder().add("name", word + " Ltd").build()))
                .json()
                .getString("id");
        return Json.createObjectBuilder()
                .add("name", word + " " + UUID.randomUUID())
                .add("account", account)
                .add("kind", id("opportunity-kinds", kind))
                .build();
    }

    private List<JsonObject> visits(String deal) {
        return items(rita.done(Call.get(ROOT + "stage-visits")
                        .query("filter", "opportunity==" + deal)
                        .query("sort", "enteredAt"))
                .json());
    }

    private static List<JsonObject> items(JsonObject page) {
        return page.getJsonArray("items").getValuesAs(JsonObject.class);
    }

    private String id(String path, String name) {
        return items(anna.done(Call.get(ROOT + path).query("filter", "name=='" + name + "'"))
                        .json())
                .get(0)
                .getString("id");
    }

    private String status(String name) {
        return id("opportunity-statuses", name);
    }

    private String stage(String kind, String name) {
        return items(anna.done(Call.get(ROOT + "opportunity-kind-stages")
                                .query("filter", "kind.name=='" + kind + "';name=='" + name + "'"))
                        .json())
                .get(0)
                .getJsonObject("stage")
                .getString("id");
    }

    private static String title(JsonObject record, String field) {
        return record.getJsonObject(field).getString("title");
    }

    private static JsonObject body(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    private static JsonObject money(String amount) {
        return Json.createObjectBuilder()
                .add("amount", amount)
                .add("currency", "EUR")
                .build();
    }

    private static JsonObject victory() {
        return Json.createObjectBuilder()
                .add("actualClose", "2026-06-15")
                .add("closeRevenue", money("500.00"))
                .build();
    }

    private static Call verb(String deal, String verb, JsonObject input) {
        return Call.post(ROOT + "opportunities/" + deal + "/" + verb, input);
    }

    private static Call change(String deal, JsonObject change) {
        return Call.of("PATCH", ROOT + "opportunities/" + deal).with(change).header("If-Match", "*");
    }
}
