package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** The parties of a deal, and what holds for all parts of records (area PARTY). */
class PartiesIT {

    private static final String PARTIES = "parties";

    private final Desk desk = new Desk();
    private final String account = desk.account("Customer");
    private final String other = desk.account("Other");
    private final String deal = desk.deal("Custom sale", account);

    @Test
    void makesTheCustomerAParty() {
        JsonObject party = desk.parts(deal, PARTIES).get(0);

        assertThat(reference(party, "partner")).isEqualTo(account);
        assertThat(party.getJsonObject("role").getString("title")).isEqualTo("Customer");
    }

    @Test
    void savesSeveralPartiesInTheirOrder() {
        desk.done(desk.save(deal, PARTIES, customer(), party(other, "Reseller"), party(other, "Consultant")));

        assertThat(desk.parts(deal, PARTIES))
                .extracting(party -> party.getString("name"))
                .containsExactly("Customer", "Reseller", "Consultant");
    }

    @Test
    void namesEveryLineThatIsWrongAndWritesNone() {
        JsonObject bad = object("partner", other, "comment", 7);

        Answer answer = desk.save(deal, PARTIES, customer(), party(other, "Reseller"), bad, object());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.fields()).contains("items[2].comment", "items[2].role", "items[3].partner", "items[3].role");
        assertThat(desk.parts(deal, PARTIES)).hasSize(1);
    }

    @ParameterizedTest(name = "customer {0}, competitor {1}: sold to {2}")
    @CsvSource({"false, false, true", "true, false, true", "false, true, false", "true, true, true"})
    void sellsToNoCompetitorUnlessItIsACustomerToo(boolean customer, boolean competitor, boolean sold) {
        String some = desk.made(
                "accounts", object("name", desk.word + " some", "customer", customer, "competitor", competitor));

        Answer rival = desk.save(deal, PARTIES, customer(), party(some, "Competitor"));
        Answer asCustomer = desk.save(deal, PARTIES, with(customer(), "partner", some));
        Answer withAccount =
                desk.rita.send(Call.post(ROOT + "opportunities", object("name", desk.word, "account", some)));

        assertThat(rival.isSuccess()).isTrue();
        assertThat(asCustomer.isSuccess()).isEqualTo(sold);
        assertThat(withAccount.status()).isEqualTo(sold ? 201 : 400);
        if (!sold) {
            assertThat(asCustomer.fields()).containsExactly("items[0].partner");
            assertThat(withAccount.fields()).containsExactly("account");
        }
    }

    @Test
    void refusesToTakeTheCustomerOut() {
        assertThat(desk.save(deal, PARTIES, party(other, "Reseller")).problem()).isEqualTo("one-customer");
        String party = desk.parts(deal, PARTIES).get(0).getString("id");
        assertThat(desk.rita.send(Call.of("DELETE", ROOT + "parties/" + party)).status())
                .isEqualTo(409);
    }

    @Test
    void followsTheCustomerPartyAndIsFollowedByIt() {
        desk.done(desk.save(deal, PARTIES, with(customer(), "partner", other)));
        assertThat(reference(desk.read(deal), "account")).isEqualTo(other);

        desk.rita.done(Call.of("PATCH", ROOT + "opportunities/" + deal)
                .with(object("account", account))
                .header("If-Match", "*"));
        assertThat(reference(desk.parts(deal, PARTIES).get(0), "partner")).isEqualTo(account);
    }

    @Test
    void refusesTheSamePartnerInTheSameRoleTwice() {
        Answer answer = desk.save(deal, PARTIES, customer(), party(other, "Reseller"), party(other, "Reseller"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.problem()).isEqualTo("party-twice");
    }

    @Test
    void refusesSomebodyElsesContactUnlessItIsLinkedInTheSameStep() {
        String contact = desk.made("contacts", object("lastName", desk.word, "account", account));
        JsonObject reseller = with(party(other, "Reseller"), "contact", contact);

        Answer refused = desk.save(deal, PARTIES, customer(), reseller);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("items[1].contact");
        assertThat(refused.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("not-linked");

        desk.done(desk.save(deal, PARTIES, customer(), with(reseller, "linkContact", true)));
        assertThat(items(desk.rita
                        .done(Call.get(ROOT + "affiliations")
                                .query("filter", "contact==" + contact + ";account==" + other))
                        .json()))
                .hasSize(1);
    }

    @Test
    void findsTheDealFromThePageOfAnyParty() {
        desk.done(desk.save(deal, PARTIES, customer(), party(other, "Reseller")));

        List<JsonObject> found = items(desk.rita
                .done(Call.get(ROOT + PARTIES).query("filter", "partner==" + other))
                .json());

        assertThat(found).extracting(party -> reference(party, "opportunity")).containsExactly(deal);
    }

    /** S-CON-06: who decides in the deals of an account, and in which of them nobody is known to. */
    @Test
    void tellsWhoDecidesInTheDealsOfAnAccount() {
        String boss = desk.made("contacts", object("lastName", desk.word, "account", account));
        JsonObject decides = with(customer(), "contact", boss);
        desk.done(desk.save(deal, PARTIES, with(decides, "contactRole", desk.id("contact-roles", "Decision maker"))));
        String unclear = desk.deal("Custom sale", account);

        List<JsonObject> known = items(desk.rita
                .done(Call.get(ROOT + PARTIES)
                        .query(
                                "filter",
                                "opportunity.account==" + account
                                        + ";opportunity.outcome==IN_PROGRESS;contactRole.meaning==DECISION_MAKER"))
                .json());
        List<JsonObject> gaps = items(desk.rita
                .done(Call.get(ROOT + "opportunities")
                        .query("filter", "account==" + account + ";decisionMaker==MISSING"))
                .json());

        assertThat(known).extracting(party -> reference(party, "contact")).containsExactly(boss);
        assertThat(known).extracting(party -> reference(party, "opportunity")).containsExactly(deal);
        assertThat(gaps).extracting(gap -> gap.getString("id")).containsExactly(unclear);
    }

    @Test
    void tellsWhomADealWasLostTo() {
        desk.done(desk.perform(deal, "lose", lostTo(other)));

        JsonObject winner = desk.parts(deal, PARTIES).get(1);
        assertThat(winner.getBoolean("winner")).isTrue();
        assertThat(winner.getString("name")).isEqualTo("Competitor");
        assertThat(reference(desk.read(deal), "lostTo")).isEqualTo(other);
    }

    /** Won / (won + lost) of the deals in which somebody stood against us, by count and by value (S-CLOSE-17). */
    @Test
    void tellsAtWhichRateWeWinAgainstACompetitor() {
        desk.done(desk.save(deal, PARTIES, customer(), party(other, "Competitor")));
        desk.done(desk.perform(deal, "win", Desk.victory()));
        for (int i = 0; i < 2; i++) {
            String lost = desk.deal("Custom sale", account);
            desk.done(desk.perform(lost, "lose", lostTo(other)));
        }
        desk.done(desk.perform(desk.deal("Custom sale", account), "lose", defeat()));

        JsonObject told = desk.rita
                .done(Call.get(ROOT + "parties/reports/competition").query("filter", "partner==" + other))
                .json()
                .getJsonObject("total")
                .getJsonObject("values");

        assertThat(told.getJsonObject("closed").getString("number")).isEqualTo("3");
        assertThat(told.getJsonObject("lost").getString("number")).isEqualTo("2");
        assertThat(told.getJsonObject("rate").getString("number")).isEqualTo("33.33");
    }

    @Test
    void letsNobodyWinADealThatIsNotLost() {
        JsonObject winner = with(party(other, "Competitor"), "winner", true);

        assertThat(desk.save(deal, PARTIES, customer(), winner).problem()).isEqualTo("winner-of-open-deal");
        assertThat(desk.save(deal, PARTIES, customer(), with(party(other, "Reseller"), "winner", true))
                        .fields())
                .containsExactly("items[1].winner");
    }

    @Test
    void onlyShowsThePartiesOfAClosedDeal() {
        desk.done(desk.perform(deal, "win", Desk.victory()));
        assertThat(desk.read(deal).getJsonObject("parts").getString(PARTIES)).isEqualTo("edit");

        desk.done(desk.perform(deal, "close", JsonValue.EMPTY_JSON_OBJECT));

        assertThat(desk.save(deal, PARTIES, customer()).problem()).isEqualTo("opportunity-closed");
        assertThat(desk.read(deal).getJsonObject("parts").getString(PARTIES)).isEqualTo("view");
    }

    @Test
    void takesThePartiesAlongWhenADealIsReopened() {
        desk.done(desk.save(deal, PARTIES, customer(), party(other, "Reseller")));
        desk.done(desk.perform(deal, "win", Desk.victory()));
        desk.done(desk.perform(deal, "close", JsonValue.EMPTY_JSON_OBJECT));
        desk.done(desk.perform(deal, "reopen", JsonValue.EMPTY_JSON_OBJECT));

        String next = reference(desk.read(deal), "reopenedAs");

        assertThat(desk.parts(next, PARTIES))
                .extracting(party -> party.getString("name"))
                .containsExactly("Customer", "Reseller");
        assertThat(desk.parts(deal, PARTIES)).hasSize(2);
    }

    @Test
    void tellsWhoeverSavesAfterSomebodyElse() {
        int seen = desk.read(deal).getInt("version");
        desk.done(desk.save(deal, PARTIES, customer(), party(other, "Reseller")));

        Answer late = desk.rita.send(Call.put(
                        ROOT + "opportunities/" + deal + "/parties",
                        jakarta.json.Json.createObjectBuilder()
                                .add(
                                        "items",
                                        jakarta.json.Json.createArrayBuilder().add(customer()))
                                .build())
                .header("If-Match", "\"" + seen + "\""));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.json().getJsonObject("current")).isEqualTo(desk.read(deal));
    }

    /** No change is lost, and both versions can be laid side by side (S-OPP-28). */
    @Test
    void tellsWhoeverChangesTheDealAfterSomebodyElseHowItIsNow() {
        String path = ROOT + "opportunities/" + deal;
        int seen = desk.read(deal).getInt("version");
        desk.rita.done(Call.of("PATCH", path).with(object("nextStep", "Call")).header("If-Match", "\"" + seen + "\""));

        Answer late = desk.rita.send(
                Call.of("PATCH", path).with(object("nextStep", "Write")).header("If-Match", "\"" + seen + "\""));

        assertThat(late.status()).isEqualTo(412);
        assertThat(late.problem()).isEqualTo("stale");
        assertThat(late.json().getJsonObject("current"))
                .isEqualTo(desk.read(deal))
                .containsEntry("nextStep", jakarta.json.Json.createValue("Call"));
    }

    @Test
    void tellsInTheHistoryOfTheDealWhatHappenedToItsParties() {
        desk.done(desk.save(deal, PARTIES, customer(), party(other, "Reseller")));

        List<JsonObject> entries = items(desk.rita.read(ROOT + "opportunities/" + deal + "/history"));

        assertThat(entries)
                .filteredOn(entry -> entry.get("part") instanceof JsonObject)
                .extracting(entry -> entry.getJsonObject("part").getString("title"))
                .containsExactly("Reseller", "Customer");
    }

    /** Rob sees no deals of Rita's, and so no parties; Otto sees them and changes none. */
    @Test
    void followsTheRightsToTheDeal() {
        RunningProduct product = RunningProduct.get();
        String parties = ROOT + "opportunities/" + deal + "/parties";

        assertThat(product.as(DemoMember.ROB_REP).send(Call.get(parties)).status())
                .isEqualTo(404);
        assertThat(product.as(DemoMember.OTTO_ONLY).send(Call.get(parties)).status())
                .isEqualTo(200);
        Call save =
                Call.put(parties, object("items", JsonValue.EMPTY_JSON_ARRAY)).header("If-Match", "*");
        assertThat(product.as(DemoMember.OTTO_ONLY).send(save).status()).isEqualTo(403);
        assertThat(product.as(DemoMember.ROB_REP).send(save).status()).isEqualTo(404);
    }

    /** A role alone decides nothing, and what a role means counts, not what it is called (S-CON-06). */
    @Test
    void findsOpenDealsNobodyIsKnownToDecideAbout() {
        String person = desk.made("contacts", object("lastName", desk.word, "account", account));
        JsonObject unnamed = with(customer(), "contactRole", desk.id("contact-roles", "Decision maker"));
        assertThat(withoutDecisionMaker()).isTrue();

        desk.done(desk.save(deal, PARTIES, unnamed));
        assertThat(withoutDecisionMaker()).isTrue();

        desk.done(desk.save(deal, PARTIES, with(unnamed, "contact", person)));
        assertThat(withoutDecisionMaker()).isFalse();
        assertThat(desk.read(deal).getString("decisionMaker")).isEqualTo("KNOWN");

        desk.done(desk.save(
                deal,
                PARTIES,
                with(with(customer(), "contact", person), "contactRole", desk.id("contact-roles", "Influencer"))));
        assertThat(withoutDecisionMaker()).isTrue();

        desk.done(desk.perform(deal, "win", Desk.victory()));
        assertThat(withoutDecisionMaker()).isFalse();
    }

    private boolean withoutDecisionMaker() {
        Call undecided = Call.get(ROOT + "opportunities").query("filter", "decisionMaker==MISSING;account==" + account);
        return !items(desk.rita.done(undecided).json()).isEmpty();
    }

    private JsonObject defeat() {
        return object("lossReason", desk.id("loss-reasons", "Price"), "actualClose", "2026-06-15");
    }

    private JsonObject lostTo(String competitor) {
        return with(defeat(), "competitor", competitor);
    }

    private JsonObject customer() {
        JsonObject party = desk.parts(deal, PARTIES).get(0);
        return object("id", party.getString("id"));
    }

    private JsonObject party(String partner, String role) {
        return object("partner", partner, "role", desk.id("party-roles", role));
    }
}
