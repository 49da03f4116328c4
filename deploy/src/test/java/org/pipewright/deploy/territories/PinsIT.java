package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** What is held against the rules, and what the rules would do before they do it (S-TERR-06, -07, -10). */
class PinsIT extends InMarket {

    private String path(String record) {
        return market.path("territory-assignments/core.account/" + record + "/pin");
    }

    private Answer pin(String record, String body) {
        return market.send(Call.put(path(record), Market.json(body)));
    }

    @Test
    void holdARecordUntilItIsLetGo() {
        String account = market.account(word, "France");
        String ruled = market.active(", 'priority': 0", ACCOUNT, ofWord());
        String chosen = market.active("", ACCOUNT, "industry==nobody" + word);
        market.comesInto(ruled, ACCOUNT, account);

        JsonObject held = pin(account, "{'territory': '" + chosen + "', 'reason': 'Agreed with the customer'}")
                .json();

        assertThat(held.getJsonObject("territory").getString("id")).isEqualTo(chosen);
        assertThat(held.getString("ground")).isEqualTo("PINNED");
        assertThat(held.getJsonObject("pin").getString("reason")).isEqualTo("Agreed with the customer");
        market.change("accounts/" + account, "{'country': 'Spain'}");
        market.done(market.rules(ruled, ACCOUNT, ofWord() + ";employees=isnull=true"));
        market.settles();
        assertThat(market.territoryOf(ACCOUNT, account)).isEqualTo(chosen);
        assertThat(accounts(survey("now")).getInt("pinned")).isPositive();

        market.done(Call.of("DELETE", path(account)));

        assertThat(market.territoryOf(ACCOUNT, account)).isEqualTo(ruled);
    }

    @Test
    void keepARecordOutOfAll() {
        String account = market.account(word, "France");
        String ruled = market.active("", ACCOUNT, ofWord());
        market.comesInto(ruled, ACCOUNT, account);

        pin(account, "{'reason': 'A house account', 'until': '2999-12-31'}");

        market.change("accounts/" + account, "{'country': 'Spain'}");
        market.settles();
        assertThat(market.territoryOf(ACCOUNT, account)).isEmpty();
    }

    @Test
    void needAReasonADayThatComesAndATerritoryThatCounts() {
        String account = market.account(word, "France");
        String inactive = market.territory("", ACCOUNT, ofWord());

        assertThat(pin(account, "{'territory': null}").body()).contains("reason");
        Answer wrong = pin(account, "{'reason': 'x', 'territory': '" + inactive + "', 'until': '2001-01-01'}");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.body()).contains("\"territory\"", "\"until\"");
        assertThat(market.explained(ACCOUNT, account)).doesNotContainKey("pin");
    }

    /** S-CONV-09: what was decided by hand goes along; what rules said of the lead, they say anew of the deal. */
    @Test
    void goAlongWhenALeadIsQualified() {
        String ruled = market.active("", DEAL, "name==" + word);
        String chosen = market.active("", ACCOUNT, "industry==nobody" + word);
        String held = lead();
        String free = lead();
        market.done(Call.put(
                market.path("territory-assignments/sales.lead/" + held + "/pin"),
                Market.json("{'territory': '" + chosen + "', 'reason': 'Agreed', 'until': '2999-12-31'}")));

        JsonObject pinned = qualified(held);
        JsonObject other = qualified(free);

        String deal = pinned.getJsonObject("opportunity").getString("id");
        market.comesInto(ruled, DEAL, other.getJsonObject("opportunity").getString("id"));
        market.comesInto(chosen, DEAL, deal);
        market.comesInto(chosen, ACCOUNT, pinned.getJsonObject("account").getString("id"));
        JsonObject pin = market.explained(DEAL, deal).getJsonObject("pin");
        assertThat(pin.getString("reason")).isEqualTo("Agreed");
        assertThat(pin.getString("until")).isEqualTo("2999-12-31");
    }

    private String lead() {
        return market.id("leads", "{'lastName': '" + word + "', 'company': 'C" + Market.unique() + "'}");
    }

    private JsonObject qualified(String lead) {
        return market.done(Call.post(
                        market.path("leads/" + lead + "/qualify"),
                        Market.json("{'newAccount': 'A" + Market.unique() + "', 'opportunity': '" + word + "'}")))
                .json();
    }

    private JsonObject survey(String rest) {
        return market.read("territory-surveys/" + rest);
    }

    private static JsonObject accounts(JsonObject survey) {
        return ofType(survey, ACCOUNT);
    }

    private static JsonObject ofType(JsonObject survey, String recordType) {
        return survey.getJsonArray("types").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("recordType").equals(recordType))
                .findFirst()
                .orElseThrow();
    }

    private static String id(JsonObject flow, String end) {
        return flow.containsKey(end) ? flow.getJsonObject(end).getString("id") : "none";
    }

    /** How many accounts stand in each territory. */
    private Map<String, Integer> standing() {
        Map<String, Integer> standing = new TreeMap<>();
        market.read("accounts/groups?by=territory")
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .forEach(group -> standing.put(group.getString("key", "none"), group.getInt("count")));
        return standing;
    }

    @Test
    void aPreviewTellsExactlyWhatFollows() {
        String wide = market.active(", 'priority': 50", ACCOUNT, ofWord());
        String first = market.account(word, "France");
        String second = market.account(word, "Spain");
        String outside = market.account("else" + word, "France");
        market.comesInto(wide, ACCOUNT, first);
        market.comesInto(wide, ACCOUNT, second);
        String narrow = market.id("territories", "{'name': '" + Market.unique() + "', 'priority': 1}");
        market.done(market.rules(narrow, ACCOUNT, ofWord() + ";country==France", "industry==else" + word));
        market.settles();
        Map<String, Integer> expected = standing();

        JsonObject told = accounts(survey("after/" + narrow));

        List<JsonObject> moves = told.getJsonArray("moves").getValuesAs(JsonObject.class);
        assertThat(moves).hasSize(2);
        moves.forEach(flow -> {
            expected.merge(id(flow, "from"), -flow.getInt("records"), Integer::sum);
            expected.merge(id(flow, "to"), flow.getInt("records"), Integer::sum);
        });
        expected.values().removeIf(count -> count == 0);
        assertThat(told.getInt("holes")).isEqualTo(expected.getOrDefault("none", 0));
        market.perform("territories/" + narrow + "/activate");
        market.comesInto(narrow, ACCOUNT, first);
        market.comesInto(narrow, ACCOUNT, outside);
        assertThat(standing()).isEqualTo(expected);
        assertThat(accounts(survey("now")).getJsonArray("moves")).isEmpty();
    }

    @Test
    void aPreviewTellsWhatIsWorthThatMoves() {
        String account = market.account(word, "France");
        deal(account, ", 'amount': {'amount': '100.50', 'currency': 'USD'}");
        deal(account, ", 'amount': {'amount': '50.00', 'currency': 'USD'}");
        deal(account, "");
        String territory = market.territory("", DEAL, "name==" + word);

        JsonObject survey = survey("after/" + territory);

        JsonObject deals = ofType(survey, DEAL);
        List<JsonObject> moves = deals.getJsonArray("moves").getValuesAs(JsonObject.class);
        assertThat(moves)
                .filteredOn(flow -> id(flow, "to").equals(territory))
                .singleElement()
                .satisfies(flow -> {
                    assertThat(flow.getInt("records")).isEqualTo(3);
                    assertThat(flow.getJsonObject("value"))
                            .isEqualTo(Market.json("{'amount': '150.50', 'currency': 'USD'}"));
                });
        assertThat(deals.getInt("moving"))
                .isEqualTo(
                        moves.stream().mapToInt(flow -> flow.getInt("records")).sum());
        assertThat(amount(deals))
                .isEqualByComparingTo(moves.stream().map(PinsIT::amount).reduce(BigDecimal.ZERO, BigDecimal::add));
        assertThat(accounts(survey)).doesNotContainKey("value");
    }

    private void deal(String account, String more) {
        market.id("opportunities", "{'name': '" + word + "', 'account': '" + account + "'" + more + "}");
    }

    private static BigDecimal amount(JsonObject valued) {
        return new BigDecimal(valued.getJsonObject("value").getString("amount"));
    }

    @Test
    void holesOverlapsAndLonelyTerritoriesAreFound() {
        JsonObject before = accounts(survey("now"));
        String one = market.active(", 'priority': 1", ACCOUNT, ofWord());
        String other = market.active(", 'priority': 2", ACCOUNT, "country==" + word);
        String overlap = market.id(
                "accounts", "{'name': '" + word + "', 'industry': '" + word + "', 'country': '" + word + "'}");
        market.comesInto(one, ACCOUNT, overlap);
        market.account("hole" + word, "hole");
        String me = market.read("manifest").getJsonObject("me").getString("id");
        market.id("territory-members", "{'territory': '" + one + "', 'member': '" + me + "'}");

        JsonObject survey = survey("now");

        JsonObject after = accounts(survey);
        assertThat(after.getInt("holes")).isEqualTo(before.getInt("holes") + 1);
        assertThat(after.getInt("overlaps")).isEqualTo(before.getInt("overlaps") + 1);
        assertThat(after.getJsonArray("overlapping").getValuesAs(JsonObject.class))
                .filteredOn(found -> found.getString("record").equals(overlap))
                .singleElement()
                .satisfies(found -> assertThat(found.getJsonArray("territories").getValuesAs(JsonObject.class))
                        .extracting(territory -> territory.getString("id"))
                        .containsExactly(one, other));
        assertThat(survey.getJsonArray("withoutMembers").getValuesAs(JsonObject.class))
                .extracting(territory -> territory.getString("id"))
                .contains(other)
                .doesNotContain(one);
    }

    @Test
    void nobodyIsAMemberTwice() {
        String territory = market.id("territories", "{'name': '" + word + "'}");
        String me = market.read("manifest").getJsonObject("me").getString("id");
        String member = "{'territory': '" + territory + "', 'member': '" + me + "'}";
        market.id("territory-members", member);

        assertThat(market.post("territory-members", member).problem()).isEqualTo("member-twice");
    }
}
