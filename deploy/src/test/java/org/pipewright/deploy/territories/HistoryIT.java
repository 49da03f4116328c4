package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** Each move tells which rule or who wanted it, and what was closed is told by where it was then (S-TERR-15). */
class HistoryIT extends InMarket {

    private static final LocalDate WON_ON = LocalDate.of(2025, 6, 15);

    private static JsonObject lastMove(String recordType, String record) {
        return market.explained(recordType, record).getJsonArray("moves").getJsonObject(0);
    }

    @Test
    void aMoveTellsTheEditionOfTheRuleThatWantedIt() {
        String territory = market.active("", ACCOUNT, ofWord());
        String first = market.account(word, "France");
        market.comesInto(territory, ACCOUNT, first);
        String rule = market.read("territories/" + territory + "/territory-rules")
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String changed = "industry==new" + word;
        assertThat(market.parts(
                                territory,
                                "territory-rules",
                                "{'id': '" + rule + "', 'recordType': '" + ACCOUNT + "', 'criteria': '" + changed
                                        + "'}")
                        .status())
                .isEqualTo(200);
        market.comesInto("", ACCOUNT, first);
        String second = market.account("new" + word, "France");
        market.comesInto(territory, ACCOUNT, second);

        List<JsonObject> moves =
                market.explained(ACCOUNT, first).getJsonArray("moves").getValuesAs(JsonObject.class);

        assertThat(moves).hasSize(2);
        assertThat(moves.get(0)).doesNotContainKeys("rule", "to", "reason", "by");
        JsonObject then = moves.get(1).getJsonObject("rule");
        JsonObject now = lastMove(ACCOUNT, second).getJsonObject("rule");
        assertThat(then.getString("criteria")).isEqualTo(ofWord());
        assertThat(now.getString("criteria")).isEqualTo(changed);
        assertThat(now.getInt("edition")).isGreaterThan(then.getInt("edition"));
        assertThat(now.getJsonObject("by").getString("id"))
                .isEqualTo(market.read("manifest").getJsonObject("me").getString("id"));
    }

    @Test
    void aMoveTellsWhoDecidedItAndWhy() {
        String territory = market.active("", ACCOUNT, "industry==none" + word);
        String account = market.account(word, "France");

        market.done(Call.put(
                market.path("territory-assignments/" + ACCOUNT + "/" + account + "/pin"),
                Market.json("{'territory': '" + territory + "', 'reason': 'Agreed'}")));

        JsonObject move = lastMove(ACCOUNT, account);
        assertThat(move.getString("cause")).isEqualTo("pin");
        assertThat(move.getString("reason")).isEqualTo("Agreed");
        assertThat(move.getJsonObject("by").getString("id"))
                .isEqualTo(market.read("manifest").getJsonObject("me").getString("id"));
        assertThat(move).doesNotContainKey("rule");
    }

    private static String whenClosed(String deal) {
        JsonValue territory = market.read("opportunities/" + deal).get("territoryWhenClosed");
        return territory instanceof JsonObject named ? named.getString("id") : "";
    }

    private static void isToldAsClosedIn(String territory, String deal) {
        RunningProduct.eventually(
                deal + " was closed in " + territory, () -> whenClosed(deal).equals(territory));
    }

    /** How many deals of the test last year's report tells of each territory. */
    private Map<String, String> reported(String by) {
        return market
                .done(Call.get(market.path("opportunities/reports/win-loss"))
                        .query("by", by)
                        .query("from", "2025-01-01")
                        .query("to", "2025-12-31")
                        .query("filter", "name==" + word))
                .json()
                .getJsonArray("lines")
                .getValuesAs(JsonObject.class)
                .stream()
                .collect(Collectors.toMap(
                        line -> line.getString("key", ""),
                        line -> line.getJsonObject("values")
                                .getJsonObject("closed")
                                .getString("number")));
    }

    @Test
    void anOldWonDealStaysWithItsOldTerritoryInLastYearsReport() {
        String account = market.account(word, "France");
        String old = market.active(", 'priority': 9", DEAL, "name==" + word);
        String won = market.deal(word, account);
        String open = market.deal(word, account);
        market.comesInto(old, DEAL, won);
        market.comesInto(old, DEAL, open);
        market.win(won, WON_ON);
        isToldAsClosedIn(old, won);
        String redrawn = market.active(", 'priority': 1", DEAL, "name==" + word);
        market.comesInto(redrawn, DEAL, open);

        market.done(Call.post(market.path("territory-runs"), Market.json("{'settledToo': true}")));
        market.comesInto(redrawn, DEAL, won);

        assertThat(whenClosed(won)).isEqualTo(old);
        assertThat(whenClosed(open)).isEmpty();
        assertThat(market.found("opportunities", "territoryWhenClosed==" + old)).hasSize(1);
        assertThat(reported("territoryWhenClosed")).containsOnly(Map.entry(old, "1"));
        assertThat(reported("territory")).containsOnly(Map.entry(redrawn, "1"));
    }
}
