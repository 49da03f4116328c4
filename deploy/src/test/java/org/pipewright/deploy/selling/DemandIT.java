package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

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

    /** Without deals it cannot be switched on; with them it is again what it was before (S-SET-04, S-SET-10). */
    @Test
    void isOnOnlyTogetherWithDealsAndThenAsItWasBefore() {
        try {
            switchDemand(false);
            switchDeals(false);
            Answer refused = desk.anna.send(Call.put(FEATURE, object("enabled", true)));
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("feature-dependency");
            switchDeals(true);
            assertThat(isOn()).isFalse();

            switchDemand(true);
            switchDeals(false);
            assertThat(isOn()).isFalse();
            assertThat(desk.rita.send(Call.get(ROOT + DEMAND)).problem()).isEqualTo("feature-disabled");
            switchDeals(true);
            assertThat(isOn()).isTrue();
            assertThat(desk.rita.send(Call.get(ROOT + DEMAND)).status()).isEqualTo(200);
        } finally {
            switchDeals(true);
            switchDemand(true);
        }
    }

    private boolean isOn() {
        return desk.rita.read(ROOT + "manifest").getJsonObject("features").getBoolean("sales.primary-demand");
    }

    private void switchDemand(boolean on) {
        desk.anna.done(Call.put(FEATURE, object("enabled", on)));
    }

    private void switchDeals(boolean on) {
        desk.anna.done(Call.put(ROOT + "features/sales.opportunities", object("enabled", on)));
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

    /** However it is told and of whatever period, it comes to what its lines come to, each of them once (S-DEM-08). */
    @Test
    void reportsWhatWasNotMetByReasonManagerKindAndPeriod() {
        LocalDate today = LocalDate.now(ZoneId.of("Europe/Berlin"));
        String reason = desk.id("unmet-reasons", "Too expensive");
        JsonObject withReason = with(asked("Desks", "100.00"), "reason", reason);
        JsonObject partlyMet = with(asked("Chairs", "200.00"), "fulfilment", 25);
        JsonObject met = with(asked("Shelves", "400.00"), "fulfilment", 100);
        desk.done(desk.save(deal, DEMAND, withReason, partlyMet, met, asked("Lamps")));
        JsonObject ofAnna = dealOfAnna();
        JsonObject askedOfHer = with(asked("Tables", "60.00"), "reason", reason);
        desk.anna.done(Call.post(ROOT + DEMAND, with(askedOfHer, "opportunity", ofAnna.getString("id"))));
        String both = "opportunity=in=(" + deal + "," + ofAnna.getString("id") + ")";

        assertThat(listedAsUnmet(both)).containsExactlyInAnyOrder("100.00", "150.00", "60.00", "");
        for (String by : List.of("reason", "opportunity.owner", "opportunity.kind", "createdAt")) {
            JsonObject report = unmet(both, by, "", "");
            assertThat(told(report.getJsonObject("total"))).as(by).isEqualTo("4 310.00");
            assertThat(lines(report).stream().map(DemandIT::lacking).reduce(BigDecimal.ZERO, BigDecimal::add))
                    .as(by)
                    .isEqualByComparingTo("310.00");
        }
        JsonObject ofRita = desk.read(deal);
        assertThat(told(both, "reason")).containsOnly(entry(reason, "2 160.00"), entry("", "2 150.00"));
        for (String of : List.of("owner", "kind")) {
            assertThat(told(both, "opportunity." + of))
                    .containsOnly(entry(reference(ofRita, of), "3 250.00"), entry(reference(ofAnna, of), "1 60.00"));
        }
        assertThat(told(unmet(both, "reason", today.toString(), "").getJsonObject("total")))
                .isEqualTo("4 310.00");
        assertThat(lines(unmet(both, "reason", "", today.minusDays(1).toString())))
                .isEmpty();
    }

    /** A deal of another manager and of another kind. */
    private JsonObject dealOfAnna() {
        JsonObject kind = object("name", desk.word + " other", "type", "OTHER", "allowed", true, "primaryDemand", true);
        JsonObject deal = object(
                "name",
                desk.word + " of Anna",
                "account",
                desk.account("Of Anna"),
                "kind",
                desk.anna
                        .done(Call.post(ROOT + "opportunity-kinds", kind))
                        .json()
                        .getString("id"));
        return desk.anna.done(Call.post(ROOT + "opportunities", deal)).json();
    }

    /** What is lacking of each line that is not met; nothing where the line has no amount. */
    private List<String> listedAsUnmet(String filter) {
        return items(desk.anna
                        .done(Call.get(ROOT + DEMAND).query("filter", "fulfilment<100;" + filter))
                        .json())
                .stream()
                .map(line -> line.isNull("unmetAmount")
                        ? ""
                        : line.getJsonObject("unmetAmount").getString("amount"))
                .toList();
    }

    private JsonObject unmet(String filter, String by, String from, String to) {
        return desk.anna
                .done(Call.get(ROOT + "demand-lines/reports/unmet")
                        .query("by", by)
                        .query("from", from)
                        .query("to", to)
                        .query("filter", filter))
                .json();
    }

    private Map<String, String> told(String filter, String by) {
        return lines(unmet(filter, by, "", "")).stream()
                .collect(Collectors.toMap(line -> line.getString("key", ""), DemandIT::told));
    }

    private static List<JsonObject> lines(JsonObject report) {
        return report.getJsonArray("lines").getValuesAs(JsonObject.class);
    }

    /** How many lines there are and what is lacking of them. */
    private static String told(JsonObject line) {
        return line.getJsonObject("values").getJsonObject("lines").getString("number") + " " + lacking(line);
    }

    private static BigDecimal lacking(JsonObject line) {
        JsonObject sum = line.getJsonObject("values").getJsonObject("unmet").getJsonObject("sum");
        return new BigDecimal(sum.getString("amount"));
    }

    /** Its words lead to the deal, for those who see that, and count over all that are open (S-DEM-13). */
    @Test
    void findsWhoEverAskedForSomething() {
        String kind = desk.word + " true";
        String second = desk.deal(kind, desk.account("Second"));
        String won = desk.deal(kind, desk.account("Third"));
        for (String each : List.of(deal, second, won)) {
            desk.done(desk.save(each, DEMAND, asked("A zeppelin " + desk.word)));
        }
        desk.done(desk.perform(won, "win", Desk.victory()));
        Client rob = RunningProduct.get().as(DemoMember.ROB_REP);

        assertThat(dealsFound(desk.rita)).containsExactlyInAnyOrder(deal, second, won);
        assertThat(dealsFound(rob)).isEmpty();
        assertThat(openOnes(desk.rita)).isEqualTo(2);
        assertThat(openOnes(rob)).isZero();
    }

    /** Deals to which the hits among what was asked for lead. */
    private List<String> dealsFound(Client who) {
        JsonObject found = who.done(Call.get(ROOT + "search").query("q", "zeppelin " + desk.word))
                .json();
        return found.getJsonArray("groups").getValuesAs(JsonObject.class).stream()
                .filter(group -> group.getString("recordType").equals("sales.demand-line"))
                .flatMap(group -> items(group).stream())
                .map(hit -> reference(who.read(ROOT + DEMAND + "/" + hit.getString("id")), "opportunity"))
                .toList();
    }

    private int openOnes(Client who) {
        return who.done(Call.get(ROOT + DEMAND)
                        .query("q", "zeppelin " + desk.word)
                        .query("filter", "opportunity.outcome==IN_PROGRESS")
                        .query("count", "true"))
                .json()
                .getInt("total");
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
