package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

/** Members reach the records of their territories beyond what their roles allow, wherever records are shown (S-TERR-13). */
class TerritoryAccessIT {

    private static Market market;
    private static Client rep;
    private static String repsId;
    private static Client limited;
    private static String limitedsId;
    private static Client keeper;
    private static String inNobodys;

    private String word;
    private String north;
    private String account;
    private String deal;

    @BeforeAll
    static void openTheMarket() {
        market = new Market();
        String email = market.join("rita", "sales-rep");
        rep = market.as(email);
        repsId = market.person(email);
        email = market.join("lena", "sales-rep");
        limited = market.as(email);
        limitedsId = market.person(email);
        market.holds(
                limitedsId,
                "{'name': 'Exporter', 'grants': ["
                        + "{'subject': 'core.account', 'action': 'view', 'level': 'own'},"
                        + "{'subject': 'core.account', 'action': 'export', 'level': 'own'},"
                        + "{'subject': 'core.export', 'action': 'use', 'level': 'tenant'}],"
                        + " 'fields': [{'recordType': 'core.account', 'field': 'website', 'access': 'none'}]}");
        email = market.join("kim", "sales-rep");
        keeper = market.as(email);
        market.holds(
                market.person(email),
                "{'name': 'Keeper', 'grants': ["
                        + "{'subject': 'core.member', 'action': 'view', 'level': 'tenant'},"
                        + "{'subject': 'territories.territory', 'action': 'view', 'level': 'tenant'},"
                        + "{'subject': 'territories.territory', 'action': 'edit', 'level': 'tenant'}]}");
        inNobodys = market.account("nobodys", "Nowhere");
    }

    @BeforeEach
    void divide() {
        word = Market.unique();
        north = market.id("territories", "{'name': '" + word + "'}");
        market.done(Call.put(
                        market.path("territories/" + north + "/territory-rules"),
                        Market.json("{'items': [{'recordType': '" + ACCOUNT + "', 'criteria': 'industry==" + word
                                + "'}, {'recordType': '" + DEAL + "', 'criteria': 'name==" + word + "'}]}"))
                .header("If-Match", "*"));
        market.perform("territories/" + north + "/activate");
        account = market.id(
                "accounts",
                "{'name': '" + word + "', 'industry': '" + word + "', 'website': 'https://" + word + ".example'}");
        deal = market.id(
                "opportunities",
                "{'name': '" + word + "', 'account': '" + account
                        + "', 'amount': {'amount': '70.00', 'currency': 'USD'}}");
        market.comesInto(north, ACCOUNT, account);
        market.comesInto(north, DEAL, deal);
    }

    @AfterEach
    void isOnAgain() {
        market.switchTerritories(true);
    }

    private void member(String territory, String member, String access) {
        assertThat(market.parts(territory, "territory-members", "{'member': '" + member + "'" + access + "}")
                        .status())
                .isEqualTo(200);
    }

    /** A place where records are seen: whether the member sees what is in the territory there. */
    @FunctionalInterface
    private interface Place {
        boolean shows(TerritoryAccessIT test, Client member);
    }

    static Stream<Arguments> places() {
        return Stream.of(
                place("record", (test, member) -> test.status(member, "accounts/" + test.account) == 200),
                place("history", (test, member) -> test.status(member, "accounts/" + test.account + "/history") == 200),
                place("list", (test, member) -> test.list(member, "accounts").contains(test.account)),
                place("count", (test, member) -> test.count(member) == 1),
                place("sum", (test, member) -> test.sum(member).compareTo(new BigDecimal("70")) == 0),
                place("search", (test, member) -> test.found(member).contains(test.account)),
                place(
                        "reference",
                        (test, member) ->
                                test.list(member, "opportunities").contains("\"title\":\"" + test.word + "\"")),
                place(
                        "explanation",
                        (test, member) ->
                                test.status(member, "territory-assignments/" + ACCOUNT + "/" + test.account) == 200));
    }

    private static Arguments place(String name, Place place) {
        return Arguments.of(name, place);
    }

    private int status(Client member, String path) {
        return member.send(Call.get(market.path(path))).status();
    }

    private String list(Client member, String records) {
        return member.done(Call.get(market.path(records))
                        .query("filter", "name==" + word)
                        .query("fields", records.equals("accounts") ? "name" : "account"))
                .body();
    }

    private int count(Client member) {
        return member.done(Call.get(market.path("accounts"))
                        .query("filter", "industry==" + word)
                        .query("count", "true"))
                .json()
                .getInt("total");
    }

    private BigDecimal sum(Client member) {
        JsonObject total = member.done(Call.get(market.path("opportunities/groups"))
                        .query("by", "outcome")
                        .query("filter", "name==" + word)
                        .query("sum", "amount"))
                .json()
                .getJsonObject("total");
        return total.get("sum") instanceof JsonObject money
                ? new BigDecimal(money.getString("amount"))
                : BigDecimal.ZERO;
    }

    private String found(Client member) {
        return member.done(Call.get(market.path("search")).query("q", word)).body();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("places")
    void aMemberSeesThemUntilRemovedOrTerritoriesAreOff(String name, Place place) {
        assertThat(place.shows(this, rep)).isFalse();
        member(north, repsId, "");
        RunningProduct.eventually(
                "the membership is read",
                () -> market.read("territories/" + north + "/territory-members")
                                .getJsonArray("items")
                                .size()
                        == 1);
        assertThat(place.shows(this, rep)).isFalse();

        member(north, repsId, ", 'access': 'VIEW'");
        RunningProduct.eventually("a member sees it: " + name, () -> place.shows(this, rep));

        market.switchTerritories(false);
        RunningProduct.eventually("it is off: " + name, () -> !place.shows(this, rep));
        market.switchTerritories(true);
        RunningProduct.eventually("it is on again: " + name, () -> place.shows(this, rep));

        assertThat(market.parts(north, "territory-members").status()).isEqualTo(200);
        RunningProduct.eventually("a removed member does not: " + name, () -> !place.shows(this, rep));
    }

    @Test
    void theyAreExportedByWhoMayExportAtAllWithoutFieldsThatAreHidden() {
        Call export = Call.get(market.path("accounts/export"))
                .query("filter", "name==" + word)
                .query("fields", "name,industry");
        assertThat(limited.done(export).body()).doesNotContain(word);

        member(north, limitedsId, ", 'access': 'VIEW'");

        RunningProduct.eventually(
                "the member exports it", () -> limited.done(export).body().contains(word));
        assertThat(limited.read(market.path("accounts/" + account)))
                .containsKey("industry")
                .doesNotContainKey("website");
    }

    private Answer edited(Client member) {
        return member.send(Call.of("PATCH", market.path("accounts/" + account))
                .with(Market.json("{'employees': 7}"))
                .header("If-Match", "*"));
    }

    @Test
    void theyAreEditedOnlyByWhoMayEditThem() {
        member(north, repsId, ", 'access': 'VIEW'");
        RunningProduct.eventually("a member sees it", () -> status(rep, "accounts/" + account) == 200);
        assertThat(edited(rep).status()).isEqualTo(403);
        assertThat(actions()).doesNotContain("edit");

        member(north, repsId, ", 'access': 'EDIT'");

        RunningProduct.eventually("a member edits it", () -> edited(rep).status() == 200);
        assertThat(actions()).contains("edit").doesNotContain("delete");
        assertThat(rep.send(Call.of("DELETE", market.path("accounts/" + account)))
                        .status())
                .isEqualTo(403);
    }

    private String actions() {
        return rep.read(market.path("accounts/" + account))
                .getJsonArray("actions")
                .toString();
    }

    @Test
    void onlyThoseOfTheTerritoryAreReachedAndThoseBelowIfThatIsSaid() {
        String harbour = market.active(", 'parent': '" + north + "'", ACCOUNT, "industry==harbour" + word);
        String below = market.account("harbour" + word, "Harbour");
        market.comesInto(harbour, ACCOUNT, below);
        member(north, repsId, ", 'access': 'VIEW'");
        RunningProduct.eventually("a member sees it", () -> status(rep, "accounts/" + account) == 200);
        assertThat(status(rep, "accounts/" + below)).isEqualTo(404);
        assertThat(status(rep, "accounts/" + inNobodys)).isEqualTo(404);

        member(north, repsId, ", 'access': 'VIEW', 'below': true");

        RunningProduct.eventually("a manager sees what is below", () -> status(rep, "accounts/" + below) == 200);
        assertThat(status(rep, "accounts/" + inNobodys)).isEqualTo(404);
        market.perform("territories/" + harbour + "/deactivate");
        RunningProduct.eventually("it does not count any more", () -> status(rep, "accounts/" + below) == 404);
        assertThat(status(rep, "accounts/" + account)).isEqualTo(200);
    }

    @Test
    void whatMovesOutIsNotReachedAnyMore() {
        member(north, repsId, ", 'access': 'VIEW'");
        RunningProduct.eventually("a member sees it", () -> status(rep, "accounts/" + account) == 200);

        market.change("accounts/" + account, "{'industry': 'else'}");

        market.comesInto("", ACCOUNT, account);
        assertThat(status(rep, "accounts/" + account)).isEqualTo(404);
        assertThat(status(rep, "opportunities/" + deal)).isEqualTo(200);
    }

    @Test
    void noneStaysNone() {
        member(north, limitedsId, ", 'access': 'EDIT', 'below': true");
        RunningProduct.eventually("the member sees it", () -> status(limited, "accounts/" + account) == 200);

        assertThat(edited(limited).status()).isEqualTo(403);
        assertThat(status(limited, "opportunities/" + deal)).isEqualTo(403);
        assertThat(status(limited, "opportunities")).isEqualTo(403);
    }

    @Test
    void itIsGivenOnlyByWhoMayGiveIt() {
        Call members = Call.put(
                        market.path("territories/" + north + "/territory-members"),
                        Market.json("{'items': [{'member': '" + repsId + "', 'access': 'VIEW'}]}"))
                .header("If-Match", "*");
        Call without = Call.put(
                        market.path("territories/" + north + "/territory-members"),
                        Market.json("{'items': [{'member': '" + repsId + "'}]}"))
                .header("If-Match", "*");

        assertThat(keeper.send(members).problem()).isEqualTo("access-forbidden");
        assertThat(keeper.send(without).status()).isEqualTo(200);
        assertThat(keeper.send(members).problem()).isEqualTo("access-forbidden");

        assertThat(market.read("territories/" + north + "/territory-members")
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .get("access"))
                .isEqualTo(jakarta.json.JsonValue.NULL);
    }
}
