package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.LEAD;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** New records that nobody has claimed are given to people of the territory they come into (S-TERR-12, S-LEAD-10). */
class HandOutIT extends InMarket {

    private static String mavis;
    private static String ann;
    private static String bob;
    private static String olga;

    private final List<String> remains = new ArrayList<>();

    @BeforeAll
    static void peopleJoin() {
        mavis = market.read("manifest").getJsonObject("me").getString("id");
        ann = market.person(market.join("ann", "sales-rep"));
        bob = market.person(market.join("bob", "sales-rep"));
        olga = market.person(market.join("olga", "territory-manager"));
    }

    @AfterEach
    void forget() {
        market.switchTerritories(true);
        remains.forEach(path -> market.done(Call.of("DELETE", market.path(path))));
    }

    /** A territory of Olga's with Ann and Bob as members. */
    private String territory(String recordType, String criteria, String intake) {
        String id = market.active(", 'owner': '" + olga + "'", recordType, criteria);
        assertThat(market.parts(id, "territory-members", "{'member': '" + ann + "'}", "{'member': '" + bob + "'}")
                        .status())
                .isEqualTo(200);
        assertThat(market.parts(id, "territory-intakes", "{'recordType': '" + recordType + "', " + intake + "}")
                        .status())
                .isEqualTo(200);
        return id;
    }

    private String accounts(String intake) {
        return territory(ACCOUNT, ofWord(), intake);
    }

    private String account() {
        return market.account(word, "France");
    }

    private JsonObject handing(String recordType, String record) {
        RunningProduct.eventually(
                record + " is handed out",
                () -> market.explained(recordType, record).containsKey("handing"));
        return market.explained(recordType, record).getJsonObject("handing");
    }

    private String result(String record) {
        return handing(ACCOUNT, record).getString("result");
    }

    private String owner(String records, String record) {
        JsonValue owner = market.read(records + "/" + record).get("owner");
        return owner instanceof JsonObject someone ? someone.getString("id") : "";
    }

    private void absent(String member) {
        String today = Market.today().toString();
        remains.add("absences/"
                + market.id(
                        "absences",
                        "{'member': '" + member + "', 'fromDay': '" + today + "', 'untilDay': '" + today + "'}"));
    }

    @Test
    void aNewLeadGoesToTheMemberWhoseTurnItIs() {
        String territory = territory(LEAD, "company==" + word, "'giveTo': 'MEMBERS'");

        List<String> owners = IntStream.range(0, 4)
                .mapToObj(i -> market.id("leads", "{'lastName': 'L', 'company': '" + word + "'}"))
                .map(lead -> {
                    JsonObject handing = handing(LEAD, lead);
                    assertThat(handing.getString("result")).isEqualTo("IN_TURN");
                    assertThat(handing.getJsonObject("territory").getString("id"))
                            .isEqualTo(territory);
                    String owner = owner("leads", lead);
                    assertThat(handing.getJsonObject("member").getString("id")).isEqualTo(owner);
                    return owner;
                })
                .toList();

        assertThat(owners).containsExactly(ann, bob, ann, bob);
    }

    @Test
    void everybodyGetsTheSameOfRecordsThatComeAtOnce() {
        accounts("'giveTo': 'MEMBERS'");

        List<String> made = Stream.generate(() -> word)
                .limit(6)
                .parallel()
                .map(industry -> account())
                .toList();

        made.forEach(account -> assertThat(result(account)).isEqualTo("IN_TURN"));
        Map<String, Long> shares = made.stream()
                .map(account -> owner("accounts", account))
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        assertThat(shares).isEqualTo(Map.of(ann, 3L, bob, 3L));
    }

    @Test
    void whatNoMemberCanTakeGoesToTheOwnerOfTheTerritoryAndIsLeftIfSheIsNotThere() {
        long capacity = Math.max(open(ann), open(bob)) + 1;
        accounts("'giveTo': 'MEMBERS', 'capacity': " + capacity);
        String last = account();
        while (result(last).equals("IN_TURN")) {
            last = account();
        }

        assertThat(result(last)).isEqualTo("OWNER_AS_FULL");
        assertThat(owner("accounts", last)).isEqualTo(olga);
        assertThat(List.of(open(ann), open(bob))).containsOnly(capacity);
        absent(olga);
        String left = account();
        assertThat(result(left)).isEqualTo("LEFT_AS_FULL");
        assertThat(owner("accounts", left)).isEqualTo(mavis);
    }

    private long open(String member) {
        return market.done(Call.get(market.path("accounts"))
                        .query("filter", "owner==" + member)
                        .query("count", "true")
                        .query("limit", "1"))
                .json()
                .getInt("total");
    }

    @Test
    void whoIsAbsentIsPassedOver() {
        accounts("'giveTo': 'MEMBERS'");
        absent(ann);
        List<String> made = List.of(account(), account());
        made.forEach(account -> assertThat(result(account)).isEqualTo("IN_TURN"));
        assertThat(made.stream().map(account -> owner("accounts", account))).containsOnly(bob);

        absent(bob);

        String next = account();
        assertThat(result(next)).isEqualTo("OWNER_AS_NOBODY_THERE");
        assertThat(owner("accounts", next)).isEqualTo(olga);
    }

    @Test
    void theOwnerGetsThemIfTheTerritorySaysSo() {
        accounts("'giveTo': 'OWNER'");

        String account = account();

        assertThat(result(account)).isEqualTo("OWNER");
        assertThat(owner("accounts", account)).isEqualTo(olga);
        assertThat(market.read("accounts/" + account + "/history")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .filteredOn(entry -> entry.getString("action").equals("territories.deed.handed-out"))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.get("by")).isEqualTo(JsonValue.NULL);
                    assertThat(entry.getString("via")).isEqualTo("JOB");
                    assertThat(entry.getJsonArray("changes").toString()).contains(olga, mavis);
                });
    }

    @Test
    void whatSomebodyHasOrWasThereBeforeStaysWhoseItIs() {
        String before = account();
        String territory = accounts("'giveTo': 'OWNER'");
        market.comesInto(territory, ACCOUNT, before);
        String claimed = market.id(
                "accounts",
                "{'name': '" + Market.unique() + "', 'industry': '" + word + "', 'owner': '" + mavis + "'}");
        market.comesInto(territory, ACCOUNT, claimed);
        String changed = market.account("elsewhere", "France");
        market.delivers();
        market.change("accounts/" + changed, "{'industry': '" + word + "'}");
        market.comesInto(territory, ACCOUNT, changed);

        assertThat(result(account())).isEqualTo("OWNER");
        market.delivers();

        assertThat(Stream.of(before, claimed, changed).map(account -> owner("accounts", account)))
                .containsOnly(mavis);
        assertThat(market.explained(ACCOUNT, claimed)).doesNotContainKey("handing");
    }

    @Test
    void aRuleOfLeadsComesFirst() {
        String channel = market.id("channels", "{'name': '" + word + "'}");
        remains.add("lead-assignment-rules/"
                + market.id(
                        "lead-assignment-rules",
                        "{'name': '" + word + "', 'roles': 'tenant-admin', 'channel': '" + channel + "'}"));
        String territory = territory(LEAD, "company==" + word, "'giveTo': 'OWNER'");
        String lead = "{'lastName': 'L', 'company': '" + word + "'%s}";

        String ruled = market.id("leads", lead.formatted(", 'channel': '" + channel + "'"));
        market.comesInto(territory, LEAD, ruled);
        String other = market.id("leads", lead.formatted(""));

        assertThat(handing(LEAD, other).getString("result")).isEqualTo("OWNER");
        market.delivers();
        assertThat(market.explained(LEAD, ruled)).doesNotContainKey("handing");
        assertThat(owner("leads", ruled)).isEqualTo(mavis);
    }

    @Test
    void nothingIsGivenWhileTerritoriesAreOff() {
        accounts("'giveTo': 'OWNER'");
        market.switchTerritories(false);

        String off = account();

        market.comesIntoWhileOff(off);
        market.switchTerritories(true);
        assertThat(owner("accounts", off)).isEqualTo(mavis);
        assertThat(result(account())).isEqualTo("OWNER");
    }

    @Test
    void isSaidOnceForEachKindOfRecord() {
        String territory = market.id("territories", "{'name': '" + word + "'}");
        String intake = "{'recordType': '" + ACCOUNT + "', 'giveTo': 'OWNER'}";

        assertThat(market.parts(territory, "territory-intakes", intake, intake).problem())
                .isEqualTo("intake-twice");
        assertThat(market.parts(territory, "territory-intakes", "{'recordType': 'core.product', 'giveTo': 'OWNER'}")
                        .body())
                .contains("recordType");
        assertThat(market.parts(
                                territory,
                                "territory-intakes",
                                "{'recordType': '" + ACCOUNT + "', 'giveTo': 'MEMBERS', 'capacity': 0}")
                        .body())
                .contains("capacity");
        assertThat(market.read("territories/" + territory + "/territory-intakes")
                        .getJsonArray("items"))
                .isEmpty();
    }
}
