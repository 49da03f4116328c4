package org.pipewright.deploy.territories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.territories.Market.ACCOUNT;
import static org.pipewright.deploy.territories.Market.DEAL;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** Records come into territories by rules, whoever writes them and whatever type they are (S-TERR-02, -03, -04, -16). */
class AssignmentIT extends InMarket {

    @Test
    void takesInWhatIsThereWhatComesAndWhatChanges() {
        String there = market.account(word, "France");
        String other = market.account("other", "France");
        String territory = market.territory("", ACCOUNT, ofWord());
        assertThat(market.territoryOf(ACCOUNT, there)).isEmpty();

        market.perform("territories/" + territory + "/activate");

        market.comesInto(territory, ACCOUNT, there);
        String comes = market.account(word, "France");
        market.comesInto(territory, ACCOUNT, comes);
        market.change("accounts/" + other, "{'industry': '" + word + "'}");
        market.comesInto(territory, ACCOUNT, other);
        market.change("accounts/" + there, "{'industry': 'else'}");
        market.comesInto("", ACCOUNT, there);
        assertThat(market.explained(ACCOUNT, there).getJsonArray("moves").getValuesAs(JsonObject.class))
                .extracting(move -> move.containsKey("to"))
                .containsExactly(false, true);
    }

    /** Every type of customer (S-TERR-02), by postal areas and what the account is, with or and not. */
    @Test
    void takeInCustomersOfEachKind() {
        String account = market.account(word, "France");
        String paris = customer(account, "75011");
        String lyon = customer(account, "69001");
        String territory = market.active(
                "",
                "core.customer",
                "account.industry==" + word + ";(addresses.postalCode>=75000;addresses.postalCode<=75999,name==" + word
                        + ");account.country!=Spain");
        market.comesInto(territory, "core.customer", paris);
        assertThat(market.territoryOf("core.customer", lyon)).isEmpty();

        market.change("customers/" + lyon, "{'name': '" + word + "'}");
        market.comesInto(territory, "core.customer", lyon);

        market.change("accounts/" + account, "{'country': 'Spain'}");
        market.comesInto("", "core.customer", paris);
        market.comesInto("", "core.customer", lyon);
    }

    private String customer(String account, String postalCode) {
        return market.id(
                "customers",
                "{'name': '" + Market.unique() + "', 'account': '" + account + "', 'addresses': [{'kind': 'BILLING',"
                        + " 'street': 'Way 1', 'postalCode': '" + postalCode + "', 'city': 'Town'}]}");
    }

    @Test
    void lookAgainWhenSomethingChangesToWhichARuleLeads() {
        String account = market.account(word, "France");
        String deal = market.deal("Deal", account);
        String france = market.active("", DEAL, "account.industry==" + word + ";account.country==France");
        market.comesInto(france, DEAL, deal);

        market.change("accounts/" + account, "{'country': 'Spain'}");

        market.comesInto("", DEAL, deal);
        assertThat(market.explained(DEAL, deal).getString("ground")).isEqualTo("NO_MATCH");
    }

    /** Of records that lead there, of records that change, and of segments that change (S-REP-11). */
    @Test
    void followSegmentsThatRulesAskFor() {
        String account = market.account(word, "France");
        String deal = market.deal("Deal", account);
        String french = segment("tenant", ofWord() + ";country==France");
        String territory = market.active("", DEAL, "account=segment=" + french);
        market.comesInto(territory, DEAL, deal);

        market.change("accounts/" + account, "{'country': 'Spain'}");
        market.comesInto("", DEAL, deal);

        market.change("views/" + french, "{'filter': '" + ofWord() + "'}");
        market.comesInto(territory, DEAL, deal);

        market.change("views/" + french, "{'filter': '" + ofWord() + ";territory=isnull=true'}");
        market.comesInto("", DEAL, deal);
        assertThat(market.send(market.rules(territory, DEAL, "account=segment=" + segment("private", ofWord())))
                        .fields())
                .containsExactly("items[0].criteria");
    }

    private String segment(String visibility, String filter) {
        return market.id(
                "views",
                "{'recordType': '" + ACCOUNT + "', 'name': '" + word + "', 'visibility': '" + visibility
                        + "', 'filter': '" + filter + "'}");
    }

    @Test
    void areOfTheOneWithTheBetterPriorityThatIsTold() {
        String account = market.account(word, "Paris");
        String france = market.active(", 'priority': 30", ACCOUNT, ofWord());
        market.comesInto(france, ACCOUNT, account);
        assertThat(market.explained(ACCOUNT, account).getString("ground")).isEqualTo("ONLY_MATCH");

        String paris = market.active(", 'priority': 0", ACCOUNT, ofWord() + ";country==Paris");

        market.comesInto(paris, ACCOUNT, account);
        JsonObject explained = market.explained(ACCOUNT, account);
        assertThat(explained.getString("ground")).isEqualTo("PRIORITY");
        assertThat(candidates(explained)).containsExactly(paris, france);
    }

    private static List<String> candidates(JsonObject explained) {
        return explained.getJsonArray("candidates").getValuesAs(JsonObject.class).stream()
                .map(candidate -> candidate.getJsonObject("territory").getString("id"))
                .toList();
    }

    @Test
    void areOfTheMoreSpecificThenOfTheOlderOneWherePrioritiesAreTheSame() {
        String older = market.active(", 'priority': 5", ACCOUNT, ofWord());
        String newer = market.active(", 'priority': 5", ACCOUNT, ofWord());
        String account = market.account(word, "France");
        market.comesInto(older, ACCOUNT, account);
        assertThat(market.explained(ACCOUNT, account).getString("ground")).isEqualTo("OLDER");

        String below = market.active(", 'priority': 5, 'parent': '" + newer + "'", ACCOUNT, ofWord());

        market.comesInto(below, ACCOUNT, account);
        assertThat(market.explained(ACCOUNT, account).getString("ground")).isEqualTo("MORE_SPECIFIC");
        market.perform("territories/" + below + "/deactivate");
        market.comesInto(older, ACCOUNT, account);
    }

    @Test
    void areInATerritoryThatInheritsOnlyIfTheyCouldBeInTheOneAbove() {
        String above = market.territory("", ACCOUNT, ofWord() + ";country==France");
        String below = market.active(", 'inherits': true, 'parent': '" + above + "'", ACCOUNT, ofWord());
        String french = market.account(word, "France");
        String spanish = market.account(word, "Spain");
        market.comesInto(below, ACCOUNT, french);
        market.settles();
        assertThat(market.territoryOf(ACCOUNT, spanish)).isEmpty();

        market.done(market.rules(above, ACCOUNT, ofWord()));

        market.comesInto(below, ACCOUNT, spanish);
    }

    @Test
    void stayWhereTheyWereOnceTheyAreSettled() {
        String account = market.account(word, "France");
        String deal = market.deal(word, account);
        String open = market.deal(word, account);
        String territory = market.active("", DEAL, "name==" + word);
        market.comesInto(territory, DEAL, deal);
        market.comesInto(territory, DEAL, open);
        String reason =
                market.items(Call.get(market.path("loss-reasons"))).get(0).getString("id");
        market.done(Call.post(
                market.path("opportunities/" + deal + "/lose"),
                Market.json("{'lossReason': '" + reason + "', 'actualClose': '" + Market.today() + "'}")));

        market.done(market.rules(territory, DEAL, "name==nobody" + word));

        market.comesInto("", DEAL, open);
        market.settles();
        assertThat(market.territoryOf(DEAL, deal)).isEqualTo(territory);
        assertThat(market.explained(DEAL, deal).getString("ground")).isEqualTo("SETTLED");

        market.done(Call.post(market.path("territory-runs"), Market.json("{'settledToo': true}")));

        market.comesInto("", DEAL, deal);
    }

    /** Being closed is another fact: its documents may still need somebody. */
    @Test
    void areSettledOnceTheyAreWonThoughNotClosed() {
        String deal = market.deal(word, market.account(word, "France"));
        String territory = market.active("", DEAL, "name==" + word);
        market.comesInto(territory, DEAL, deal);
        market.win(deal, Market.today());
        assertThat(market.read("opportunities/" + deal).getBoolean("closed")).isFalse();

        market.done(market.rules(territory, DEAL, "name==nobody" + word));
        market.settles();
        market.perform("territory-runs");
        market.settles();

        assertThat(market.territoryOf(DEAL, deal)).isEqualTo(territory);
        assertThat(market.explained(DEAL, deal).getString("ground")).isEqualTo("SETTLED");
    }

    @Test
    void followTheirAccountWhereTheOrganisationWantsIt() {
        String account = market.account(word, "France");
        String deal = market.deal(word, account);
        String own = market.active("", DEAL, "name==" + word);
        String ofAccount = market.active("", ACCOUNT, ofWord());
        market.comesInto(own, DEAL, deal);

        follow(true);
        try {
            market.comesInto(ofAccount, DEAL, deal);
            market.change("accounts/" + account, "{'industry': 'else'}");
            market.comesInto("", DEAL, deal);
        } finally {
            follow(false);
        }
        market.comesInto(own, DEAL, deal);
    }

    private static void follow(boolean account) {
        market.done(Call.put(
                market.path("settings/territories.follow-accounts"), Market.json("{'value': " + account + "}")));
        market.done(Call.post(market.path("territory-runs"), Market.json("{}")));
    }

    @Test
    void countFromTheFirstDayToTheLast() {
        String account = market.account(word, "France");
        String later = market.active(", 'validFrom': '2999-01-01'", ACCOUNT, ofWord());
        String over = market.active(", 'validUntil': '2000-01-01'", ACCOUNT, ofWord());
        market.settles();
        assertThat(market.territoryOf(ACCOUNT, account)).isEmpty();

        market.change("territories/" + later, "{'validFrom': '2000-01-01'}");
        market.comesInto(later, ACCOUNT, account);
        market.change("territories/" + over, "{'validUntil': '2999-01-01', 'priority': 1}");

        market.comesInto(over, ACCOUNT, account);
    }

    @Test
    void areWrittenAlsoWhenARuleCannotBeAskedAnyMore() {
        JsonObject field = market.done(Call.post(
                        market.path("own-fields"),
                        Market.json(
                                "{'recordType': 'core.account', 'kind': 'TEXT', 'labels': {'en': 'F " + word + "'}}")))
                .json();
        String name = field.getString("name");
        String broken = market.active(", 'priority': 1", ACCOUNT, name + "==x");
        String sound = market.active(", 'priority': 2", ACCOUNT, ofWord());
        assertThat(isBroken(broken)).isFalse();

        market.done(Call.of("DELETE", market.path("own-fields/" + field.getString("id"))));
        String account = market.account(word, "France");

        market.comesInto(sound, ACCOUNT, account);
        RunningProduct.eventually("the rule is marked", () -> isBroken(broken));
        assertThat(isBroken(sound)).isFalse();
    }

    private boolean isBroken(String territory) {
        return market.read("territories/" + territory + "/territory-rules")
                .getJsonArray("items")
                .getJsonObject(0)
                .getBoolean("broken");
    }

    @Test
    void areLookedAtByAJobThatTellsHowFarItIs() {
        market.account(word, "France");
        market.active("", ACCOUNT, ofWord());
        market.settles();

        // settling itself starts runs, of which the latest may still be at it
        RunningProduct.eventually(
                "a run has been through all records",
                () -> runs().anyMatch(run -> run.getString("state").equals("DONE")
                        && run.getInt("total") > 0
                        && run.getInt("done") == run.getInt("total")));
    }

    private Stream<JsonObject> runs() {
        return market.items(Call.get(market.path("jobs"))).stream()
                .filter(job -> job.getString("kind").equals("territories.run"))
                .filter(job -> job.containsKey("total"));
    }

    @Test
    void areNotAskedWhatCannotBeAsked() {
        String territory = market.id("territories", "{'name': '" + word + "'}");

        assertThat(market.send(market.rules(territory, ACCOUNT, "noSuchField==1"))
                        .body())
                .contains("criteria", "invalid");
        assertThat(market.send(market.rules(territory, ACCOUNT, "name==(")).status())
                .isEqualTo(400);
        assertThat(market.send(market.rules(territory, ACCOUNT, "owner==me")).status())
                .isEqualTo(400);
        assertThat(market.send(market.rules(territory, ACCOUNT, " ")).status()).isEqualTo(400);
        assertThat(market.send(market.rules(territory, ACCOUNT, "territory=isnull=true"))
                        .status())
                .isEqualTo(400);
        assertThat(market.send(market.rules(territory, DEAL, "account.territory.name==x"))
                        .status())
                .isEqualTo(400);
        assertThat(market.send(market.rules(territory, "core.product", "name==a"))
                        .body())
                .contains("recordType");
        assertThat(market.patch("territories/" + territory, "{'validFrom': '2026-02-01', 'validUntil': '2026-01-01'}")
                        .body())
                .contains("validUntil");
        assertThat(market.read("territories/" + territory + "/territory-rules").getJsonArray("items"))
                .isEmpty();
    }
}
