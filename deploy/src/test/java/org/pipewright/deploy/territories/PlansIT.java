package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.RunningProduct;

/** A whole tree is drawn beside the live one, compared with it, activated and rolled back (S-TERR-08, -09). */
class PlansIT extends InMarket {

    private static String plan(String more) {
        return market.id("territory-plans", "{'name': '" + Market.unique() + "'" + more + "}");
    }

    private static JsonArray tree(String plan) {
        return market.read("territory-plan-trees/" + plan).getJsonArray("territories");
    }

    private static Answer draw(String plan, Stream<? extends JsonValue> territories) {
        return market.send(Call.put(
                market.path("territory-plan-trees/" + plan),
                Json.createObjectBuilder()
                        .add("territories", Json.createArrayBuilder(territories.toList()))
                        .build()));
    }

    /** Draws the plan anew with one of its territories otherwise. */
    private static void change(String plan, String territory, UnaryOperator<JsonObject> change) {
        Answer answer = draw(
                plan,
                tree(plan).getValuesAs(JsonObject.class).stream()
                        .map(each -> each.getString("id").equals(territory) ? change.apply(each) : each));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static JsonObject with(JsonObject territory, String member, JsonValue value) {
        return Json.createObjectBuilder(territory).add(member, value).build();
    }

    private static UnaryOperator<JsonObject> ruled(String recordType, String criteria) {
        return territory -> with(territory, "rules", rules(recordType, criteria));
    }

    private static JsonArray rules(String recordType, String criteria) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("recordType", recordType).add("criteria", criteria))
                .build();
    }

    private static JsonObject drawn(String name, String recordType, String criteria) {
        return Json.createObjectBuilder()
                .add("id", UUID.randomUUID().toString())
                .add("name", name)
                .add("priority", 1)
                .add("active", true)
                .add("inherits", false)
                .add("rules", rules(recordType, criteria))
                .build();
    }

    private static void perform(String plan, String verb) {
        market.perform("territory-plans/" + plan + "/" + verb);
    }

    private static String status(String plan) {
        return market.read("territory-plans/" + plan).getString("status");
    }

    private static JsonObject comparison(String plan) {
        return market.read("territory-plan-trees/" + plan + "/comparison");
    }

    private static JsonObject ofType(JsonObject comparison, String recordType) {
        return comparison.getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("recordType").equals(recordType))
                .findFirst()
                .orElseThrow();
    }

    /** In which territory each of some accounts is. */
    private static Map<String, String> standing(String... accounts) {
        Map<String, String> standing = new TreeMap<>();
        Stream.of(accounts).forEach(account -> standing.put(account, market.territoryOf(ACCOUNT, account)));
        return standing;
    }

    @Test
    void nothingCountsOfWhatIsDrawnUntilItIsActivated() {
        String live = market.active("", ACCOUNT, ofWord());
        String in = market.account(word, "France");
        String out = market.account("else" + word, "France");
        market.comesInto(live, ACCOUNT, in);
        String plan = plan("");

        change(plan, live, ruled(ACCOUNT, "industry==else" + word));
        market.change("accounts/" + in, "{'employees': 3}");
        market.settles();

        assertThat(standing(in, out)).isEqualTo(Map.of(in, live, out, ""));
        assertThat(market.read("territory-plans/" + plan).getInt("changes")).isEqualTo(1);
        perform(plan, "activate");
        assertThat(status(plan)).isEqualTo("ACTIVE");
        market.comesInto(live, ACCOUNT, out);
        market.comesInto("", ACCOUNT, in);
    }

    @Test
    void theComparisonTellsExactlyWhatFollows() {
        String live = market.active(", 'priority': 5", ACCOUNT, ofWord());
        String french = market.account(word, "France");
        String spanish = market.account(word, "Spain");
        market.comesInto(live, ACCOUNT, french);
        market.comesInto(live, ACCOUNT, spanish);
        market.settles();
        String plan = plan("");
        String name = Market.unique();
        draw(plan, Stream.concat(tree(plan).stream(), Stream.of(drawn(name, ACCOUNT, ofWord() + ";country==France"))));

        JsonObject told = comparison(plan);

        assertThat(told.getJsonArray("differences").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(difference -> {
                    assertThat(difference.getString("kind")).isEqualTo("NEW");
                    assertThat(difference.getString("name")).isEqualTo(name);
                });
        assertThat(ofType(told, ACCOUNT).getJsonArray("moves").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(move -> {
                    assertThat(move.getJsonObject("from").getString("id")).isEqualTo(live);
                    assertThat(move.getJsonObject("to").getString("title")).isEqualTo(name);
                    assertThat(move.getInt("records")).isEqualTo(1);
                });
        perform(plan, "activate");
        RunningProduct.eventually(
                "the French one is in the new one", () -> titleOf(french).equals(name));
        assertThat(market.territoryOf(ACCOUNT, spanish)).isEqualTo(live);
    }

    private static String titleOf(String account) {
        JsonObject explained = market.explained(ACCOUNT, account);
        return explained.containsKey("territory")
                ? explained.getJsonObject("territory").getString("title")
                : "";
    }

    @Test
    void rolledBackRecordsAreWhereTheyWere() {
        String live = market.active(", 'priority': 5", ACCOUNT, ofWord());
        String other = market.active(", 'priority': 6", ACCOUNT, "industry==other" + word);
        String plain = market.account(word, "France");
        String changes = market.account(word, "France");
        String goes = market.account(word, "France");
        String held = market.account(word, "France");
        String out = market.account("else" + word, "France");
        market.done(Call.put(
                market.path("territory-assignments/core.account/" + held + "/pin"),
                Market.json("{'territory': '" + other + "', 'reason': 'Agreed'}")));
        Stream.of(plain, changes, goes).forEach(account -> market.comesInto(live, ACCOUNT, account));
        Map<String, String> before = standing(plain, changes, goes, held, out);
        String plan = plan("");
        String name = Market.unique();
        draw(
                plan,
                Stream.concat(
                        tree(plan).getValuesAs(JsonObject.class).stream()
                                .filter(territory -> !territory.getString("id").equals(live)),
                        Stream.of(
                                drawn(name, ACCOUNT, ofWord()),
                                drawn(Market.unique(), ACCOUNT, "industry==else" + word))));
        perform(plan, "activate");
        RunningProduct.eventually(
                "the plan counts",
                () -> titleOf(plain).equals(name) && !titleOf(out).isEmpty());
        assertThat(market.territoryOf(ACCOUNT, held)).isEqualTo(other);
        market.change("accounts/" + changes, "{'industry': 'other" + word + "'}");
        market.comesInto(other, ACCOUNT, changes);
        market.done(Call.of("DELETE", market.path("accounts/" + goes)).header("If-Match", "*"));
        String comes = market.account(word, "France");
        RunningProduct.eventually(
                "what comes is in the new one", () -> titleOf(comes).equals(name));

        perform(plan, "roll-back");

        market.comesInto(live, ACCOUNT, plain);
        market.comesInto(live, ACCOUNT, comes);
        market.comesInto("", ACCOUNT, out);
        market.done(Call.post(market.path("accounts/" + goes + "/restore"), JsonValue.EMPTY_JSON_OBJECT));
        market.comesInto(live, ACCOUNT, goes);
        market.settles();
        before.put(changes, other);
        assertThat(standing(plain, changes, goes, held, out)).isEqualTo(before);
        assertThat(status(plan)).isEqualTo("ARCHIVED");
        assertThat(market.read("territories/" + live).getBoolean("active")).isTrue();
    }

    @Test
    void closedDealsStayAndThoseThatThePlanTookInGoBack() {
        String account = market.account(word, "France");
        String before = market.deal("before" + word, account);
        String meanwhile = market.deal(word, account);
        String open = market.deal(word, account);
        String live = market.active("", DEAL, "name==" + word);
        market.comesInto(live, DEAL, meanwhile);
        market.comesInto(live, DEAL, open);
        lose(before);
        String plan = plan("");
        String name = Market.unique();
        draw(
                plan,
                Stream.concat(
                        tree(plan).stream(),
                        Stream.of(drawn(name, DEAL, "name=in=(" + word + ",before" + word + ")"))));
        perform(plan, "activate");
        String drawn = eventuallyNamed(name);
        market.comesInto(drawn, DEAL, before);
        market.comesInto(drawn, DEAL, meanwhile);
        lose(meanwhile);

        perform(plan, "roll-back");

        market.comesInto(live, DEAL, open);
        market.comesInto("", DEAL, before);
        market.settles();
        assertThat(market.territoryOf(DEAL, meanwhile)).isEqualTo(drawn);
    }

    private static String eventuallyNamed(String name) {
        return market.found("territories", "name==" + name).get(0).getString("id");
    }

    private static void lose(String deal) {
        String reason =
                market.items(Call.get(market.path("loss-reasons"))).get(0).getString("id");
        market.done(Call.post(
                market.path("opportunities/" + deal + "/lose"),
                Market.json("{'lossReason': '" + reason + "', 'actualClose': '" + Market.today() + "'}")));
    }

    @Test
    void aPlanTouchesOnlyWhatWasChangedInIt() {
        String drawn = market.territory("", ACCOUNT, ofWord());
        String other = market.territory("", ACCOUNT, ofWord());
        String plan = plan("");
        change(plan, drawn, territory -> with(territory, "priority", Json.createValue(7)));
        market.change("territories/" + other, "{'priority': 3}");
        market.change("territories/" + drawn, "{'description': 'meanwhile'}");

        assertThat(comparison(plan).getJsonArray("differences").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(difference ->
                        assertThat(difference.getBoolean("changedMeanwhile")).isTrue());
        perform(plan, "activate");

        assertThat(market.read("territories/" + drawn).getInt("priority")).isEqualTo(7);
        assertThat(market.read("territories/" + other).getInt("priority")).isEqualTo(3);
    }

    @Test
    void theOneBeforeIsInForceAgainAndOneThatWasRolledBackCanBePlannedOn() {
        String first = plan("");
        String second = plan("");
        draw(second, Stream.concat(tree(second).stream(), Stream.of(drawn(word, ACCOUNT, ofWord()))));
        perform(first, "activate");
        perform(second, "activate");
        assertThat(List.of(status(first), status(second))).containsExactly("ARCHIVED", "ACTIVE");
        assertThat(market.send(Call.of("DELETE", market.path("territory-plans/" + second))
                                .header("If-Match", "*"))
                        .problem())
                .isEqualTo("plan-in-force");

        perform(second, "roll-back");

        assertThat(List.of(status(first), status(second))).containsExactly("ACTIVE", "ARCHIVED");
        perform(second, "resume");
        perform(second, "activate");
        assertThat(market.found("territories", "name==" + word))
                .singleElement()
                .satisfies(
                        territory -> assertThat(territory.getBoolean("active")).isTrue());
        assertThat(market.send(Call.post(
                                market.path("territory-plans/" + second + "/archive"), JsonValue.EMPTY_JSON_OBJECT))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aPlanIsActivatedOnItsDay() {
        String plan = plan(", 'activateOn': '2998-12-31'");
        String later = plan(", 'activateOn': '2999-01-01'");
        draw(plan, Stream.concat(tree(plan).stream(), Stream.of(drawn(word, ACCOUNT, ofWord()))));
        Console.unlimited()
                .execute("update territories.territory_plan set activate_on = '2020-01-01' where id = ?::uuid", plan);

        Chores.due("chores-of-modules");

        RunningProduct.eventually("it is active", () -> status(plan).equals("ACTIVE"));
        assertThat(market.found("territories", "name==" + word)).hasSize(1);
        assertThat(status(later)).isEqualTo("PLANNING");
        assertThat(market.post("territory-plans", "{'name': 'x', 'activateOn': '2001-01-01'}")
                        .body())
                .contains("activateOn");
    }

    @Test
    void whatCannotStandIsNotDrawn() {
        String plan = plan("");
        JsonObject sound = drawn(word, ACCOUNT, ofWord());
        String id = sound.getString("id");

        assertThat(refused(plan, with(sound, "rules", rules(ACCOUNT, "noSuchField==1"))))
                .contains("territories[0].rules[0].criteria");
        assertThat(refused(plan, with(sound, "rules", rules("core.product", "name==a"))))
                .contains("territories[0].rules[0].recordType");
        assertThat(refused(plan, with(sound, "parent", Json.createValue(id)))).contains("territories[0].parent");
        assertThat(refused(
                        plan,
                        with(sound, "parent", Json.createValue(UUID.randomUUID().toString()))))
                .contains("territories[0].parent");
        assertThat(refused(plan, with(sound, "priority", Json.createValue(1001))))
                .contains("priority");
        assertThat(refused(plan, sound, with(sound, "name", Json.createValue("y" + word))))
                .contains("territories[1].id");
        assertThat(refused(plan, sound, drawn(word.toUpperCase(), ACCOUNT, ofWord())))
                .contains("territories[1].name");
        assertThat(refused(
                        plan,
                        with(
                                with(sound, "validFrom", Json.createValue("2026-02-01")),
                                "validUntil",
                                Json.createValue("2026-01-01"))))
                .contains("validUntil");
        assertThat(market.send(Call.put(
                                market.path("territory-plan-trees/" + plan),
                                Json.createObjectBuilder()
                                        .add("edition", 99)
                                        .add("territories", Json.createArrayBuilder())
                                        .build()))
                        .problem())
                .isEqualTo("plan-changed");
        assertThat(market.read("territory-plans/" + plan).getInt("changes")).isZero();
        perform(plan, "archive");
        assertThat(draw(plan, Stream.of(sound)).problem()).isEqualTo("plan-not-open");
    }

    private static String refused(String plan, JsonObject... territories) {
        Answer answer = draw(plan, Stream.of(territories));
        assertThat(answer.status()).as(answer.body()).isEqualTo(400);
        return answer.body();
    }
}
