package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** What customers asked for, in their words (area DEM). */
class DemandIT {

    private static final String DEMAND = "demand-lines";
    private static final String FEATURE = ROOT + "features/sales.primary-demand";

    private final Desk desk = new Desk();
    private final String deal = desk.deal(desk.kind(true), desk.account("Customer"), "amount", money("1000.00"));

    /** The truth table of the two switches (S-DEM-01). */
    @Test
    void isThereOnlyWhereTenantAndKindAllowIt() {
        String without = desk.deal(desk.kind(false), desk.account("Another"));

        assertThat(desk.read(deal).getJsonObject("parts")).containsKey(DEMAND);
        assertThat(desk.read(without).getJsonObject("parts")).doesNotContainKey(DEMAND);
        assertThat(desk.save(without, DEMAND, asked("Chairs")).status()).isEqualTo(409);
        Call post = Call.post(ROOT + DEMAND, with(asked("Chairs"), "opportunity", without));
        assertThat(desk.rita.send(post).status()).isEqualTo(409);
        try {
            switchDemand(false);
            assertThat(desk.read(deal).getJsonObject("parts")).doesNotContainKey(DEMAND);
            assertThat(desk.read(deal)).doesNotContainKey("demandTotal");
            assertThat(desk.save(deal, DEMAND, asked("Chairs")).problem()).isEqualTo("feature-disabled");
        } finally {
            switchDemand(true);
        }
    }

    private void switchDemand(boolean on) {
        desk.anna.done(Call.put(FEATURE, object("enabled", on)));
    }

    @Test
    void keepsTheCustomersWordsWhenTheProductIsKnown() {
        desk.done(desk.save(deal, DEMAND, asked("The blue thing from the fair")));
        String line = desk.parts(deal, DEMAND).get(0).getString("id");
        String product = desk.anna
                .done(Call.post(ROOT + "products", object("name", desk.word)))
                .json()
                .getString("id");

        desk.done(desk.save(deal, DEMAND, object("id", line, "product", product)));

        assertThat(desk.parts(deal, DEMAND).get(0).getString("description")).isEqualTo("The blue thing from the fair");
    }

    @Test
    void asksForWordsAndNotForAnAmount() {
        assertThat(desk.save(deal, DEMAND, asked("Chairs"), object("comment", "?"))
                        .fields())
                .containsExactly("items[1].description");
        desk.done(desk.save(deal, DEMAND, asked("Chairs")));
    }

    @Test
    void addsUpWhatWasAskedForBesideTheAmount() {
        desk.done(desk.save(deal, DEMAND, asked("Desks", "100.00"), asked("Chairs", "200.00"), asked("Lamps")));

        JsonObject read = desk.read(deal);
        assertThat(read.getJsonObject("demandTotal").getString("amount")).isEqualTo("300.00");
        assertThat(read.getInt("demandUnpriced")).isOne();
        assertThat(read.getJsonObject("demandDifference").getString("amount")).isEqualTo("700.00");
    }

    @Test
    void keepsEveryPostedVersion() {
        desk.done(desk.save(deal, DEMAND, asked("Desks"), asked("Chairs")));
        desk.done(desk.perform(deal, "post-demand", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(desk.read(deal).getBoolean("demandPosted")).isTrue();
        assertThat(desk.read(deal).getJsonObject("demandPostedBy")).isNotNull();

        JsonObject desks = desk.parts(deal, DEMAND).get(0);
        desk.done(desk.save(deal, DEMAND, object("id", desks.getString("id"), "description", "Standing desks")));

        JsonObject changed = desk.read(deal);
        assertThat(changed.getBoolean("demandPosted")).isFalse();
        assertThat(changed.getInt("demandVersion")).isEqualTo(2);
        desk.done(desk.perform(deal, "post-demand", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(desk.parts(deal, "posted-demand-lines"))
                .extracting(line -> line.getInt("demandVersion") + " " + line.getString("description"))
                .containsExactlyInAnyOrder("1 Desks", "1 Chairs", "2 Standing desks");
    }

    /** How far something is met is no change of what was asked for. */
    @Test
    void staysPostedWhileItIsBeingMet() {
        desk.done(desk.save(deal, DEMAND, asked("Desks", "100.00"), asked("Chairs", "300.00")));
        desk.done(desk.perform(deal, "post-demand", JsonValue.EMPTY_JSON_OBJECT));

        List<JsonObject> lines = desk.parts(deal, DEMAND);
        desk.done(desk.save(
                deal, DEMAND, with(same(lines.get(0)), "fulfilment", 100), with(same(lines.get(1)), "fulfilment", 50)));

        assertThat(desk.read(deal).getBoolean("demandPosted")).isTrue();
        assertThat(desk.read(deal).getInt("demandFulfilment")).isEqualTo(62);
    }

    @Test
    void refusesToPostNothing() {
        assertThat(desk.perform(deal, "post-demand", JsonValue.EMPTY_JSON_OBJECT)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void asksForReasonsBeforeAWonDealIsClosed() {
        desk.done(desk.save(deal, DEMAND, asked("Desks"), asked("Chairs")));
        desk.done(desk.perform(deal, "win", Desk.victory()));

        Answer refused = desk.perform(deal, "close", JsonValue.EMPTY_JSON_OBJECT);
        assertThat(refused.problem()).isEqualTo("unmet-demand");
        assertThat(refused.fields()).containsExactly("demand-lines[0].reason", "demand-lines[1].reason");

        List<JsonObject> lines = desk.parts(deal, DEMAND);
        desk.done(desk.save(
                deal,
                DEMAND,
                with(same(lines.get(0)), "fulfilment", 100),
                with(same(lines.get(1)), "reason", desk.id("unmet-reasons", "Too expensive"))));
        desk.done(desk.perform(deal, "close", JsonValue.EMPTY_JSON_OBJECT));
        assertThat(desk.save(deal, DEMAND).status()).isEqualTo(409);
    }

    @Test
    void reportsWhatWasNotMet() {
        desk.done(desk.save(deal, DEMAND, asked("Desks", "100.00"), with(asked("Chairs", "200.00"), "fulfilment", 25)));

        JsonObject groups = desk.rita
                .done(Call.get(ROOT + "demand-lines/groups")
                        .query("by", "reason")
                        .query("sum", "unmetAmount")
                        .query("filter", "fulfilment<100;opportunity==" + deal))
                .json();

        assertThat(groups.getJsonObject("total").getJsonObject("sum").getString("amount"))
                .isEqualTo("250.00");
    }

    @Test
    void findsWhoEverAskedForSomething() {
        desk.done(desk.save(deal, DEMAND, asked("A zeppelin " + desk.word)));

        List<JsonObject> found = items(desk.rita
                .done(Call.get(ROOT + DEMAND)
                        .query("q", "zeppelin " + desk.word)
                        .query("filter", "opportunity.outcome==IN_PROGRESS"))
                .json());
        String search = desk.rita
                .done(Call.get(ROOT + "search").query("q", "zeppelin " + desk.word))
                .body();

        assertThat(found).hasSize(1);
        assertThat(search).contains("sales.demand-line");
    }

    @Test
    void letsTheAmountFollowTheDemand() {
        desk.done(desk.save(deal, DEMAND, asked("Desks", "100.00")));
        desk.rita.done(change(object("amountMode", "DEMAND")));
        assertThat(amount()).isEqualTo("100.00");

        assertThat(desk.rita.send(change(object("amount", money("5.00")))).problem())
                .isEqualTo("amount-follows");
        desk.rita.done(change(object("amountMode", "MANUAL", "amount", money("5.00"))));
        assertThat(amount()).isEqualTo("5.00");
    }

    @Test
    void savesTwentyProductLinesInOneRequestAndReckonsThem() {
        JsonObject line = object("description", "Desk", "quantity", 2, "unitPrice", money("10.00"), "discount", 10);
        JsonObject[] lines =
                java.util.stream.Stream.generate(() -> line).limit(20).toArray(JsonObject[]::new);
        desk.rita.done(change(object("amountMode", "LINES")));

        desk.done(desk.save(deal, "opportunity-lines", lines));

        assertThat(desk.parts(deal, "opportunity-lines")).hasSize(20);
        assertThat(amount()).isEqualTo("360.00");
    }

    @Test
    void tellsTheMonthlyShareOfWhatRecurs() {
        desk.rita.done(change(object("recurringAmount", money("1200.00"), "recurringPeriod", "YEAR")));

        assertThat(desk.read(deal).getJsonObject("monthlyAmount").getString("amount"))
                .isEqualTo("100.00");
        assertThat(desk.rita
                        .send(change(Json.createObjectBuilder()
                                .addNull("recurringPeriod")
                                .build()))
                        .fields())
                .containsExactly("recurringPeriod");
    }

    @Test
    void splitsTheCreditAsAWhole() {
        JsonObject mine = object("member", member("rita.rep"), "role", "Lead", "share", 60);
        assertThat(desk.save(deal, "credit-splits", mine).problem()).isEqualTo("credit-not-whole");

        desk.done(desk.save(
                deal, "credit-splits", mine, object("member", member("sam.both"), "role", "Expert", "share", 40)));
        desk.rita.done(change(object("amount", money("2000.00"))));

        assertThat(desk.parts(deal, "credit-splits"))
                .extracting(split -> split.getJsonObject("credited").getString("amount"))
                .containsExactly("1200.00", "800.00");
    }

    @Test
    void copiesTheChosenParts() {
        desk.done(desk.save(deal, DEMAND, with(asked("Desks", "100.00"), "fulfilment", 100)));
        desk.done(desk.perform(deal, "copy", object("name", desk.word + " copy", "withoutLines", true)));

        String copy = desk.id("opportunities", desk.word + " copy");

        assertThat(desk.parts(copy, DEMAND))
                .extracting(line -> line.getInt("fulfilment"))
                .containsExactly(0);
        assertThat(desk.parts(copy, "parties")).hasSize(1);
    }

    private String member(String name) {
        return items(desk.anna
                        .done(Call.get(ROOT + "people").query("filter", "email==" + name + "@acme.example"))
                        .json())
                .get(0)
                .getString("id");
    }

    private Call change(JsonObject change) {
        return Call.of("PATCH", ROOT + "opportunities/" + deal).with(change).header("If-Match", "*");
    }

    private String amount() {
        return desk.read(deal).getJsonObject("amount").getString("amount");
    }

    private static JsonObject same(JsonObject line) {
        return object("id", line.getString("id"));
    }

    private static JsonObject asked(String words) {
        return object("description", words);
    }

    private static JsonObject asked(String words, String amount) {
        return object("description", words, "amount", money(amount));
    }
}
