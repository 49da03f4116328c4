package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

/** Targets and the forecast of territories: each node with all below it (S-TERR-17, S-FC-01, S-FC-07, S-DASH-04). */
class TerritoryTargetsIT extends InMarket {

    private static final LocalDate WON_ON = LocalDate.of(2025, 6, 15);

    private String above;
    private String below;

    @BeforeEach
    void divide() {
        above = market.active("", DEAL, "name==above" + word);
        below = market.active(", 'parent': '" + above + "'", DEAL, "name==below" + word);
    }

    @AfterEach
    void isOnAgain() {
        market.switchTerritories(true);
    }

    /** Of a hundred, as likely as not, to be won in the year of the targets. */
    private String deal(String name) {
        String account = market.account(word, "France");
        return market.id(
                "opportunities",
                "{'name': '" + name + word + "', 'account': '" + account
                        + "', 'amount': {'amount': '100.00', 'currency': 'USD'}, 'probability': 50,"
                        + " 'expectedClose': '2025-09-01', 'forecastAs': 'COMMIT'}");
    }

    private String dealIn(String territory, String name) {
        String deal = deal(name);
        market.comesInto(territory, DEAL, deal);
        return deal;
    }

    private String target(String territory) {
        return market.id(
                "targets",
                "{'name': '" + word + "', 'territory': '" + territory
                        + "', 'firstDay': '2025-01-01', 'lastDay': '2025-12-31',"
                        + " 'goal': {'amount': '280.00', 'currency': 'USD'}}");
    }

    private static void tells(String target, String attained, String weighted) {
        RunningProduct.eventually(target + " is attained by " + attained + " and weighs " + weighted, () -> {
            JsonObject told = market.read("targets/" + target);
            return told.getJsonNumber("attained").bigDecimalValue().compareTo(new BigDecimal(attained)) == 0
                    && amount(told.getJsonObject("weighted")).compareTo(new BigDecimal(weighted)) == 0;
        });
    }

    private static BigDecimal amount(JsonObject money) {
        return new BigDecimal(money.getString("amount"));
    }

    @Test
    void aTargetCountsTheDealsOfItsTerritoryAndOfThoseBelow() {
        String ofAbove = target(above);
        String ofBelow = target(below);
        market.win(dealIn(above, "above"), WON_ON);
        market.win(dealIn(below, "below"), WON_ON);
        dealIn(below, "below");

        tells(ofAbove, "50", "50");
        tells(ofBelow, "25", "50");
        assertThat(market.found("targets", "territory=under=" + above)).hasSize(2);
        assertThat(attainment()).isEqualTo(Map.of(above, "50.00", below, "25.00"));
    }

    /** How far the targets of the test are attained, by territory. */
    private Map<String, String> attainment() {
        return lines(Call.get(market.path("targets/reports/attainment")).query("filter", "name==" + word)).stream()
                .collect(Collectors.toMap(
                        line -> line.getString("key", ""),
                        line -> line.getJsonObject("values")
                                .getJsonObject("attained")
                                .getString("number")));
    }

    @Test
    void aTargetFollowsDealsThatMoveAndTerritoriesThatStandElsewhere() {
        String ofAbove = target(above);
        String ofBelow = target(below);
        market.win(dealIn(below, "below"), WON_ON);
        dealIn(below, "below");
        tells(ofAbove, "25", "50");

        market.done(market.rules(below, DEAL, "name==nobody" + word));
        tells(ofBelow, "25", "0");
        tells(ofAbove, "25", "0");

        market.change("territories/" + below, "{'parent': null}");
        tells(ofAbove, "0", "0");
        tells(ofBelow, "25", "0");
    }

    @Test
    void aTargetKeepsItsTerritoryAndItsFiguresWhileTerritoriesAreOff() {
        String target = target(above);
        market.win(dealIn(above, "above"), WON_ON);
        tells(target, "25", "0");

        market.switchTerritories(false);

        market.change("targets/" + target, "{'name': 'off" + word + "'}");
        assertThat(market.read("targets/" + target)).doesNotContainKey("territory");
        tells(target, "25", "0");
        assertThat(market.send(Call.get(market.path("targets")).query("filter", "territory==" + above))
                        .status())
                .isEqualTo(400);
        assertThat(market.send(Call.get(market.path("targets/reports/attainment"))
                                .query("by", "territory"))
                        .status())
                .isEqualTo(400);
        market.switchTerritories(true);
        assertThat(market.read("targets/" + target).getJsonObject("territory").getString("id"))
                .isEqualTo(above);
        market.win(dealIn(above, "above"), WON_ON);
        tells(target, "50", "0");
    }

    @Test
    void aTargetIsForATerritoryThatThereIs() {
        assertThat(market.post(
                                "targets",
                                "{'name': 'T', 'territory': '019a0000-0000-7000-8000-000000000000',"
                                        + " 'firstDay': '2025-01-01', 'lastDay': '2025-12-31',"
                                        + " 'goal': {'amount': '1.00', 'currency': 'USD'}}")
                        .fields())
                .containsExactly("territory");
    }

    private Call forecast(String filter) {
        return Call.get(market.path("opportunities/reports/forecast"))
                .query("by", "territory")
                .query("filter", "name=in=(above" + word + ",below" + word + ",nowhere" + word + ")" + filter);
    }

    private static List<JsonObject> lines(Call report) {
        return market.done(report.query("by", "territory"))
                .json()
                .getJsonArray("lines")
                .getValuesAs(JsonObject.class);
    }

    private static BigDecimal total(JsonObject line) {
        return amount(line.getJsonObject("values").getJsonObject("total").getJsonObject("sum"));
    }

    private BigDecimal forecasted(String filter) {
        return total(market.done(forecast(filter)).json().getJsonObject("total"));
    }

    @Test
    void theForecastIsToldOfOneOrSeveralTerritoriesAndOfAllTogetherWithWhatIsInNone() {
        dealIn(above, "above");
        dealIn(below, "below");
        deal("nowhere");

        Map<String, BigDecimal> each =
                market.done(forecast("")).json().getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                        .collect(Collectors.toMap(line -> line.getString("key", ""), TerritoryTargetsIT::total));

        assertThat(each).containsOnlyKeys(above, below, "");
        assertThat(each.values()).allSatisfy(sum -> assertThat(sum).isEqualByComparingTo("100"));
        assertThat(forecasted("")).isEqualByComparingTo("300");
        assertThat(forecasted(";territory=under=" + above)).isEqualByComparingTo("200");
        assertThat(forecasted(";territory=under=(" + below + "," + above + ")")).isEqualByComparingTo("200");
        assertThat(forecasted(";territory=under=" + below)).isEqualByComparingTo("100");
        assertThat(forecasted(";territory=isnull=true")).isEqualByComparingTo("100");
        assertThat(forecasted(";(territory=under=" + below + ",territory=isnull=true)"))
                .isEqualByComparingTo("200");
    }

    @Test
    void theForecastOfATerritoryCountsOnlyWhatOneMayView() {
        dealIn(above, "above");
        String email = market.join("olga" + word, "sales-rep");
        market.holds(
                market.person(email),
                "{'name': '" + word + "', 'grants': ["
                        + "{'subject': 'territories.territory', 'action': 'view', 'level': 'tenant'},"
                        + "{'subject': 'sales.opportunity', 'action': 'view', 'level': 'own'}]}");
        Client olga = market.as(email);

        JsonObject told = olga.done(forecast(";territory=under=" + above)).json();

        assertThat(forecasted(";territory=under=" + above)).isEqualByComparingTo("100");
        assertThat(told.getJsonArray("lines")).isEmpty();
        assertThat(total(told.getJsonObject("total"))).isEqualByComparingTo("0");
    }
}
