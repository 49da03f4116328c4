package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;

/** How much work members of a territory have, and what is evened out once somebody says so (S-TERR-11). */
class BalanceIT extends InMarket {

    private static String ann;
    private static String bob;
    private static Client anns;

    private final List<String> remains = new ArrayList<>();
    private String account;
    private String territory;

    @BeforeAll
    static void peopleJoin() {
        String email = market.join("ann", "sales-rep");
        anns = market.as(email);
        ann = market.person(email);
        bob = market.person(market.join("bob", "sales-rep"));
    }

    @BeforeEach
    void divide() {
        account = market.account(word, "France");
        territory = market.active("", DEAL, "name==" + word);
        assertThat(market.parts(
                                territory,
                                "territory-members",
                                "{'member': '" + ann + "'}",
                                "{'member': '" + bob + "'}")
                        .status())
                .isEqualTo(200);
    }

    @AfterEach
    void forget() {
        remains.forEach(path -> market.done(Call.of("DELETE", market.path(path))));
    }

    private String deal(String owner, String amount) {
        String id = market.id(
                "opportunities",
                "{'name': '" + word + "', 'account': '" + account + "', 'owner': '" + owner
                        + "', 'amount': {'amount': '" + amount + "', 'currency': 'USD'}}");
        market.comesInto(territory, DEAL, id);
        return id;
    }

    private String path() {
        return "territory-balances/" + territory + "/" + DEAL;
    }

    private JsonObject balance() {
        return market.read(path());
    }

    private JsonObject share(String member) {
        return balance().getJsonArray("members").getValuesAs(JsonObject.class).stream()
                .filter(share -> share.getJsonObject("member").getString("id").equals(member))
                .findFirst()
                .orElseThrow();
    }

    private JsonObject suggestion(String by, int moves, int tolerance) {
        Answer answer = market.post(
                path() + "/suggestion", "{'by': '" + by + "', 'moves': " + moves + ", 'tolerance': " + tolerance + "}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private static List<JsonObject> moves(JsonObject suggestion) {
        return suggestion.getJsonArray("moves").getValuesAs(JsonObject.class);
    }

    private JsonObject apply(List<JsonObject> moves) {
        String body = moves.stream()
                .map(move -> move(
                        move.getString("record"),
                        move.getJsonObject("from").getString("id"),
                        move.getJsonObject("to").getString("id")))
                .collect(Collectors.joining(", "));
        return applied(body);
    }

    private static String move(String record, String from, String to) {
        return "{'record': '" + record + "', 'from': '" + from + "', 'to': '" + to + "'}";
    }

    private JsonObject applied(String moves) {
        Answer answer = market.post(path() + "/moves", "{'moves': [" + moves + "]}");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    private String owner(String deal) {
        JsonValue owner = market.read("opportunities/" + deal).get("owner");
        return ((JsonObject) owner).getString("id");
    }

    private double spread(String measure) {
        return balance().getJsonObject("spread").getJsonNumber(measure).doubleValue();
    }

    @Test
    void tellsWhatEachMemberHas() {
        String deal = deal(ann, "100.00");
        deal(ann, "50.00");
        deal(bob, "50.00");
        String me = market.read("manifest").getJsonObject("me").getString("id");
        deal(me, "7.00");
        market.change("opportunities/" + deal, "{'probability': 50}");
        String kind = market.items(Call.get(market.path("activity-kinds")).query("filter", "form==TASK;standard==true"))
                .get(0)
                .getString("id");
        anns.done(Call.post(
                market.path("opportunities/" + deal + "/activities"),
                Market.json("{'subject': 'Call back', 'kind': '" + kind + "'}")));

        JsonObject share = share(ann);
        assertThat(share.getInt("records")).isEqualTo(2);
        assertThat(share.getBoolean("present")).isTrue();
        assertThat(share.getJsonObject("member").getString("title")).isEqualTo("Ann");
        assertThat(share.getJsonObject("value").getString("amount")).isEqualTo("150.00");
        assertThat(share.getInt("activities")).isEqualTo(1);
        assertThat(share(bob).getInt("activities")).isZero();
        assertThat(balance().getJsonObject("others").getInt("records")).isEqualTo(1);
        assertThat(spread("records")).isEqualTo(1.33);
        assertThat(spread("value")).isEqualTo(1.5);
        double weighted = Double.parseDouble(share.getJsonObject("weighted").getString("amount"));
        assertThat(weighted).isPositive().isLessThan(150);
        market.change("opportunities/" + deal, "{'probability': 0}");
        assertThat(Double.parseDouble(share(ann).getJsonObject("weighted").getString("amount")))
                .isEqualTo(weighted - 50);
    }

    @Test
    void nothingMovesUntilItIsConfirmedThenTheSpreadFalls() {
        List<String> deals =
                IntStream.range(0, 4).mapToObj(i -> deal(ann, "10.00")).toList();

        JsonObject suggestion = suggestion("RECORDS", 10, 0);

        assertThat(moves(suggestion)).hasSize(2);
        assertThat(suggestion.getJsonNumber("before").doubleValue()).isEqualTo(2);
        assertThat(suggestion.getJsonNumber("after").doubleValue()).isEqualTo(1);
        assertThat(deals.stream().map(this::owner)).containsOnly(ann);
        assertThat(spread("records")).isEqualTo(2);

        JsonObject done = apply(moves(suggestion));

        assertThat(done.getInt("moved")).isEqualTo(2);
        assertThat(spread("records")).isEqualTo(1);
        assertThat(deals.stream().map(this::owner)).containsExactlyInAnyOrder(ann, ann, bob, bob);
        String moved = moves(suggestion).get(0).getString("record");
        assertThat(market.read("opportunities/" + moved + "/history").toString())
                .contains("territories.deed.evened-out");
        assertThat(moves(suggestion("RECORDS", 10, 0))).isEmpty();
    }

    @Test
    void limitsAreKept() {
        IntStream.range(0, 6).forEach(i -> deal(ann, "10.00"));

        assertThat(moves(suggestion("RECORDS", 1, 0))).hasSize(1);
        assertThat(moves(suggestion("RECORDS", 10, 100))).isEmpty();
        assertThat(moves(suggestion("VALUE", 10, 0))).hasSize(3);
    }

    @Test
    void whatIsPinnedStaysAndWhoIsAbsentGetsNothing() {
        String pinned = deal(ann, "10.00");
        String free = deal(ann, "10.00");
        market.done(Call.put(
                market.path("territory-assignments/" + DEAL + "/" + pinned + "/pin"),
                Market.json("{'territory': '" + territory + "', 'reason': 'Agreed'}")));

        JsonObject suggestion = suggestion("RECORDS", 10, 0);

        assertThat(moves(suggestion))
                .extracting(move -> move.getString("record"))
                .containsExactly(free);
        JsonObject done = applied(move(pinned, ann, bob));
        assertThat(done.getInt("moved")).isZero();
        assertThat(done.getJsonArray("left").getString(0)).isEqualTo(pinned);
        assertThat(owner(pinned)).isEqualTo(ann);
        String today = Market.today().toString();
        remains.add("absences/"
                + market.id(
                        "absences",
                        "{'member': '" + bob + "', 'fromDay': '" + today + "', 'untilDay': '" + today + "'}"));
        assertThat(share(bob).getBoolean("present")).isFalse();
        assertThat(moves(suggestion("RECORDS", 10, 0))).isEmpty();
        assertThat(applied(move(free, ann, bob)).getInt("moved")).isZero();
    }

    @Test
    void whatIsSomebodyElsesMeanwhileOrElsewhereIsLeft() {
        String deal = deal(ann, "10.00");
        String me = market.read("manifest").getJsonObject("me").getString("id");
        String elsewhere = market.deal("else" + word, account);
        market.change("opportunities/" + deal, "{'owner': '" + me + "'}");

        JsonObject done = applied(move(deal, ann, bob) + ", " + move(elsewhere, me, bob));

        assertThat(done.getInt("moved")).isZero();
        assertThat(done.getJsonArray("left")).hasSize(2);
        assertThat(owner(deal)).isEqualTo(me);
        assertThat(owner(elsewhere)).isEqualTo(me);
    }

    @Test
    void isForWhoeverKeepsTerritories() {
        assertThat(anns.send(Call.get(market.path(path()))).status()).isEqualTo(403);
        assertThat(market.send(Call.get(market.path("territory-balances/" + territory + "/core.product")))
                        .status())
                .isEqualTo(404);
        assertThat(market.read("territory-balances/" + territory + "/" + ACCOUNT)
                        .getBoolean("valued"))
                .isFalse();
        Answer wrong = market.post(path() + "/suggestion", "{'by': 'RECORDS', 'moves': 0, 'tolerance': 101}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.fields()).containsExactlyInAnyOrder("moves", "tolerance");
    }
}
