package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;

/** The territory is a column, filter, order and group of every list, and nothing of it is left when it is off (S-TERR-14, -21). */
class TerritorySeenIT {

    private static Market market;

    private String word;
    private String north;
    private String harbour;
    private String inNorth;
    private String inHarbour;
    private String nowhere;

    @BeforeAll
    static void openTheMarket() {
        market = new Market();
    }

    @BeforeEach
    void divide() {
        word = Market.unique();
        north = market.active("", ACCOUNT, "industry==" + word + ";country==North");
        harbour = market.active(", 'parent': '" + north + "'", ACCOUNT, "industry==" + word + ";country==Harbour");
        inNorth = market.account(word, "North");
        inHarbour = market.account(word, "Harbour");
        nowhere = market.account(word, "South");
        market.comesInto(north, ACCOUNT, inNorth);
        market.comesInto(harbour, ACCOUNT, inHarbour);
    }

    @AfterEach
    void isOnAgain() {
        market.switchTerritories(true);
    }

    private List<String> found(String filter) {
        return market.found("accounts", "industry==" + word + filter).stream()
                .map(account -> account.getString("id"))
                .toList();
    }

    @Test
    void isReadWithEachRecordAndFound() {
        JsonObject territory = market.read("accounts/" + inNorth).getJsonObject("territory");
        assertThat(territory.getString("id")).isEqualTo(north);
        assertThat(territory.getString("title"))
                .isEqualTo(market.read("territories/" + north).getString("name"));
        assertThat(market.read("accounts/" + nowhere).get("territory")).isEqualTo(JsonValue.NULL);

        assertThat(found(";territory==" + north)).containsExactly(inNorth);
        assertThat(found(";territory!=" + north)).containsExactlyInAnyOrder(inHarbour, nowhere);
        assertThat(found(";territory=in=(" + north + "," + harbour + ")"))
                .containsExactlyInAnyOrder(inNorth, inHarbour);
        assertThat(found(";territory=under=" + north)).containsExactlyInAnyOrder(inNorth, inHarbour);
        assertThat(found(";territory=under=(" + north + "," + harbour + ")"))
                .containsExactlyInAnyOrder(inNorth, inHarbour);
        assertThat(found(";(territory=under=" + harbour + ",territory=isnull=true)"))
                .containsExactlyInAnyOrder(inHarbour, nowhere);
        assertThat(found(";territory=isnull=true")).containsExactly(nowhere);
        assertThat(found(";territory.active==true")).containsExactlyInAnyOrder(inNorth, inHarbour);
    }

    @Test
    void putsInOrderAndGroups() {
        List<JsonObject> sorted = market.items(Call.get(market.path("accounts"))
                .query("filter", "industry==" + word)
                .query("sort", "territory")
                .query("fields", "territory"));
        assertThat(sorted).hasSize(3);
        assertThat(sorted.get(2).get("territory")).isEqualTo(JsonValue.NULL);

        List<JsonObject> groups = market.done(Call.get(market.path("accounts/groups"))
                        .query("by", "territory")
                        .query("filter", "industry==" + word))
                .json()
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class);
        assertThat(groups)
                .extracting(group -> group.getString("key", ""))
                .containsExactlyInAnyOrder(north, harbour, "");
        assertThat(groups).allSatisfy(group -> assertThat(group.getInt("count")).isEqualTo(1));
    }

    @Test
    void narrowsWhatIsSearchedForByWords() {
        String name = market.read("accounts/" + inNorth).getString("name");
        Call searched = Call.get(market.path("accounts")).query("q", name);

        assertThat(market.items(searched.query("filter", "territory==" + north)))
                .hasSize(1);
        assertThat(market.items(searched.query("filter", "territory==" + harbour)))
                .isEmpty();
    }

    @Test
    void narrowsTheColumnsOfABoard() {
        String deals = market.active("", DEAL, "name==" + word);
        String inIt = market.deal(word, inNorth);
        market.deal("other" + word, inNorth);
        market.comesInto(deals, DEAL, inIt);

        JsonObject columns = market.done(Call.get(market.path("opportunities/groups"))
                        .query("by", "status")
                        .query("filter", "outcome==IN_PROGRESS;territory=under=" + deals))
                .json();

        assertThat(columns.getJsonObject("total").getInt("count")).isEqualTo(1);
    }

    /** Of every card there is, so also of one that is new: all territories and none make what it tells of all (S-DASH-04). */
    @Test
    void cardsOfTheStartPageAddUpOverTerritories() {
        String deals = market.active("", DEAL, "name==" + word);
        market.comesInto(deals, DEAL, market.deal(word, inNorth));
        market.deal("other" + word, nowhere);
        List<StartCard> cards = StartCard.all(market.read("manifest"));
        assertThat(cards)
                .filteredOn(card -> told(card, "territory==" + deals).signum() > 0)
                .extracting(StartCard::name)
                .contains("sales.opportunity pipeline", "sales.opportunity mine");
        List<String> territories = market.found("territories", "").stream()
                .map(territory -> territory.getString("id"))
                .toList();

        assertThat(cards).allSatisfy(card -> {
            BigDecimal within = territories.stream()
                    .map(territory -> told(card, "territory==" + territory))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(within.add(told(card, "territory=isnull=true")))
                    .as(card.name())
                    .isEqualByComparingTo(told(card, ""));
        });
    }

    private static BigDecimal told(StartCard card, String filter) {
        return card.told(market.done(card.call(market.path(""), filter)).json());
    }

    @Test
    void standsInExports() {
        String csv = market.done(Call.get(market.path("accounts/export"))
                        .query("filter", "industry==" + word)
                        .query("fields", "name,territory"))
                .body();

        assertThat(csv).contains(market.read("territories/" + north).getString("name"));
    }

    @Test
    void isNotWrittenWithTheRecord() {
        market.change("accounts/" + nowhere, "{'territory': '" + north + "', 'employees': 3}");

        assertThat(market.territoryOf(ACCOUNT, nowhere)).isEmpty();
    }

    @Test
    void isGoneWhileItIsOffAndThereAgainAfterwards() {
        assertThat(names("accounts")).contains("territory");
        assertThat(panels()).contains(ACCOUNT, "sales.opportunity", "sales.lead", "core.contact", "core.customer");

        market.switchTerritories(false);

        assertThat(names("accounts")).doesNotContain("territory");
        assertThat(panels()).isEmpty();
        assertThat(market.read("accounts/" + inNorth)).doesNotContainKey("territory");
        assertThat(market.send(Call.get(market.path("accounts")).query("filter", "territory==" + north))
                        .status())
                .isEqualTo(400);
        assertThat(market.send(Call.get(market.path("territory-assignments/core.account/" + inNorth)))
                        .problem())
                .isEqualTo("feature-disabled");
        market.switchTerritories(true);
        assertThat(market.territoryOf(ACCOUNT, inNorth)).isEqualTo(north);
    }

    private List<String> names(String records) {
        return market.read("manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("path").equals(records))
                .flatMap(type -> type.getJsonArray("fields").getValuesAs(JsonObject.class).stream())
                .map(field -> field.getString("name"))
                .toList();
    }

    private List<String> panels() {
        return market.read("manifest").getJsonArray("panels").getValuesAs(JsonObject.class).stream()
                .filter(panel -> panel.getString("key").equals("territories.panel"))
                .map(panel -> panel.getString("target"))
                .toList();
    }
}
