package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** Where leads and deals come from (area SRC). */
class SourcesIT {

    /** What comes from somewhere, and the fields that say where from. */
    private static final List<String> TAKING = List.of("sales.lead", "sales.opportunity");

    private static final String[] OF_SOURCES = {
        "channel", "sourceUser", "sourcePartner", "sourceContact", "sourceActivity"
    };

    private final Desk desk = new Desk();

    @Test
    void offersTheUsualChannelsToANewTenant() {
        String[] usual = {"Website", "Ad", "Referral", "Call", "E-mail", "Event", "Partner", "Colleague", "Other"};
        JsonObject page = desk.rita
                .done(Call.get(ROOT + "channels").query("filter", "name=in=('" + String.join("','", usual) + "')"))
                .json();

        assertThat(items(page)).extracting(channel -> channel.getString("name")).containsExactlyInAnyOrder(usual);
    }

    @Test
    void takesASourceOfTheKindItsChannelHas() {
        String partner = partner();

        Answer mismatch = lead("Referral", "sourcePartner", partner);
        Answer without = desk.rita.send(Call.post(ROOT + "leads", object("lastName", "X", "sourcePartner", partner)));

        assertThat(mismatch.status()).isEqualTo(400);
        assertThat(mismatch.fields()).containsExactly("sourcePartner");
        assertThat(without.fields()).containsExactly("sourcePartner");
        assertThat(lead("Partner", "sourcePartner", partner).isSuccess()).isTrue();
    }

    @Test
    void creditsOnlyAccountsThatAreMarkedAsPartners() {
        Answer refused = lead("Partner", "sourcePartner", desk.account("No partner"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).containsExactly("sourcePartner");
    }

    @Test
    void refusesAChannelThatDoesNotGoWithTheSource() {
        String partner = partner();
        String lead = lead("Partner", "sourcePartner", partner).json().getString("id");

        Answer answer = desk.rita.send(Call.of("PATCH", ROOT + "leads/" + lead)
                .with(object("channel", desk.id("channels", "Website")))
                .header("If-Match", "*"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().getJsonArray("errors").getJsonObject(0).getString("code"))
                .isEqualTo("other-kind");
    }

    @Test
    void keepsTheKindOfAChannelThatIsUsed() {
        String channel = desk.anna
                .done(Call.post(ROOT + "channels", object("name", desk.word, "impactType", "NONE")))
                .json()
                .getString("id");
        desk.made("leads", object("lastName", desk.word, "channel", channel));

        Answer answer = desk.anna.send(Call.of("PATCH", ROOT + "channels/" + channel)
                .with(object("impactType", "USER"))
                .header("If-Match", "*"));

        assertThat(answer.problem()).isEqualTo("channel-in-use");
    }

    @Test
    void carriesChannelAndSourceOverToTheDeal() {
        String partner = partner();
        String lead = lead("Partner", "sourcePartner", partner).json().getString("id");
        desk.rita.done(Call.post(
                ROOT + "leads/" + lead + "/qualify",
                object("newAccount", desk.word + " New", "opportunity", desk.word + " Deal")));

        JsonObject deal = desk.read(desk.id("opportunities", desk.word + " Deal"));

        assertThat(deal.getJsonObject("channel").getString("title")).isEqualTo("Partner");
        assertThat(reference(deal, "sourcePartner")).isEqualTo(partner);
    }

    @Test
    void tellsWhatAMarketingActivityCostAndBrought() {
        String fair = desk.anna
                .done(Call.post(ROOT + "marketing-activities", object("name", desk.word, "cost", money("100.00"))))
                .json()
                .getString("id");
        String deal = desk.deal("Custom sale", desk.account("Customer"));
        desk.rita.done(Call.of("PATCH", ROOT + "opportunities/" + deal)
                .with(with(object("channel", desk.id("channels", "Event")), "sourceActivity", fair))
                .header("If-Match", "*"));

        desk.done(desk.perform(deal, "win", Desk.victory()));

        JsonObject read = desk.rita.read(ROOT + "marketing-activities/" + fair);
        assertThat(read.getJsonObject("wonRevenue").getString("amount")).isEqualTo("500.00");
        assertThat(read.getJsonObject("cost").getString("amount")).isEqualTo("100.00");
    }

    /** What each source brought is what its records come to, one by one (S-SRC-09). */
    @Test
    void tellsByChannelAndSourceWhatLeadsAndDealsCameTo() {
        String partner = partner();
        lead("Partner", "sourcePartner", partner);
        lead("Partner", "sourcePartner", partner);
        desk.done(desk.perform(referred(partner, "300.00"), "win", Desk.victory()));
        desk.done(desk.perform(referred(partner, "40.00"), "lose", defeat()));
        desk.done(desk.perform(referred(partner, "2.50"), "lose", defeat()));
        referred(partner, "7.00");

        JsonObject leads = figures("leads/reports/conversion", "sourcePartner", partner);
        JsonObject deals = figures("opportunities/reports/origin", "sourcePartner", partner);

        assertThat(leads.getJsonObject("leads").getString("number")).isEqualTo("2");
        assertThat(deals.getJsonObject("deals").getString("number")).isEqualTo("4");
        assertThat(deals.getJsonObject("won").getString("number")).isEqualTo("1");
        assertThat(deals.getJsonObject("lost").getString("number")).isEqualTo("2");
        assertThat(deals.getJsonObject("revenue").getJsonObject("sum").getString("amount"))
                .isEqualTo("500.00");
        assertThat(deals.getJsonObject("lost-value").getJsonObject("sum").getString("amount"))
                .isEqualTo("42.50");
        assertThat(deals.getJsonObject("open").getJsonObject("sum").getString("amount"))
                .isEqualTo("7.00");
        assertThat(figures("opportunities/reports/origin", "channel", desk.id("channels", "Partner"))
                        .getJsonObject("deals"))
                .isEqualTo(deals.getJsonObject("deals"));
    }

    private String partner() {
        return desk.made("accounts", object("name", desk.word + " Partner", "partner", true));
    }

    private String referred(String partner, String amount) {
        return desk.made(
                "opportunities",
                with(
                        with(
                                object("name", desk.word + " " + amount, "account", partner, "amount", money(amount)),
                                "channel",
                                desk.id("channels", "Partner")),
                        "sourcePartner",
                        partner));
    }

    private JsonObject defeat() {
        String reason = items(desk.anna
                        .done(Call.get(ROOT + "loss-reasons").query("filter", "needsNote==false;active==true"))
                        .json())
                .get(0)
                .getString("id");
        return object("actualClose", "2026-06-15", "lossReason", reason);
    }

    /** The line of the partner, of those records alone that the partner is the source of. */
    private JsonObject figures(String report, String by, String key) {
        String partner = desk.id("accounts", desk.word + " Partner");
        JsonObject told = desk.rita
                .done(Call.get(ROOT + report).query("by", by).query("filter", "sourcePartner==" + partner))
                .json();
        return told.getJsonArray("lines").getValuesAs(JsonObject.class).stream()
                .filter(line -> key.equals(line.getString("key", "")))
                .findFirst()
                .orElseThrow()
                .getJsonObject("values");
    }

    /** Who is credited with a deal finds it, a colleague in a view, a partner on the page of the account (S-SRC-10). */
    @Test
    void listsWhatSomebodyBroughtToWhoeverIsCredited() {
        String me = items(desk.anna
                        .done(Call.get(ROOT + "people").query("filter", "email==" + DemoMember.RITA_REP.email()))
                        .json())
                .get(0)
                .getString("id");
        JsonObject mine = object("lastName", desk.word, "channel", desk.id("channels", "Colleague"), "sourceUser", me);
        String lead = desk.made("leads", mine);
        String partner = partner();
        String deal = referred(partner, "9.00");

        String ofNowhere = desk.made("leads", object("lastName", desk.word));
        assertThat(found("leads", view("sales.lead", "referred")))
                .contains(lead)
                .doesNotContain(ofNowhere);
        assertThat(found("leads", view("sales.lead", "by-source")))
                .contains(lead)
                .doesNotContain(ofNowhere);
        assertThat(found("leads", view("sales.lead", "mine"))).contains(lead, ofNowhere);
        assertThat(found("leads", view("sales.lead", "unassigned"))).doesNotContain(lead, ofNowhere);
        assertThat(found("opportunities", view("sales.opportunity", "referred")))
                .doesNotContain(deal);
        assertThat(found("opportunities", "sourcePartner==" + partner)).containsExactly(deal);
    }

    /** A lead that nobody has, and one that came to nothing (S-LEAD-17). */
    @Test
    void listsLeadsThatNobodyHasAndThatCameToNothing() {
        String nobodys = desk.made("leads", object("lastName", desk.word));
        desk.done(desk.anna.send(Call.of("PATCH", ROOT + "leads/" + nobodys)
                .with(object("owner", JsonValue.NULL, "team", JsonValue.NULL))
                .header("If-Match", "*")));
        String lost = desk.made("leads", object("lastName", desk.word));
        desk.done(desk.rita.send(Call.post(ROOT + "leads/" + lost + "/disqualify", object("reason", "NO_BUDGET"))));

        assertThat(foundByAll(view("sales.lead", "unassigned")))
                .contains(nobodys)
                .doesNotContain(lost);
        assertThat(foundByAll(view("sales.lead", "open"))).contains(nobodys).doesNotContain(lost);
        assertThat(foundByAll(view("sales.lead", "disqualified")))
                .contains(lost)
                .doesNotContain(nobodys);
    }

    private List<String> foundByAll(String filter) {
        return items(desk.anna
                        .done(Call.get(ROOT + "leads").query("filter", filter).query("q", desk.word))
                        .json())
                .stream()
                .map(record -> record.getString("id"))
                .toList();
    }

    private List<String> found(String path, String filter) {
        return items(desk.rita
                        .done(Call.get(ROOT + path).query("filter", filter).query("limit", "200"))
                        .json())
                .stream()
                .map(record -> record.getString("id"))
                .toList();
    }

    /** Criteria of a built-in view, as the shell gets them. */
    private String view(String type, String key) {
        return views(type).stream()
                .filter(view -> view.getString("key").equals(key))
                .findFirst()
                .orElseThrow()
                .getString("filter");
    }

    private List<JsonObject> views(String type) {
        return described(type).getJsonArray("views").getValuesAs(JsonObject.class);
    }

    /** A type as the shell knows it. */
    private JsonObject described(String type) {
        return desk.rita.read(ROOT + "manifest").getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("name").equals(type))
                .findFirst()
                .orElseThrow();
    }

    /** Neither records nor forms nor files to fill in know them, and nobody can send one (S-SET-05, S-SRC-05). */
    @Test
    void hidesItAllWhereSourcesAreNotRecorded() {
        String feature = ROOT + "features/sales.lead-sources";
        String lead = desk.made("leads", object("lastName", desk.word));
        String deal = desk.deal("Custom sale", desk.account("Customer"));
        String channel = desk.id("channels", "Website");
        for (String type : TAKING) {
            assertThat(formOf(type)).contains(OF_SOURCES);
            assertThat(template(type)).contains("Channel", "Source: partner");
        }
        try {
            desk.anna.done(Call.put(feature, object("enabled", false)));
            assertThat(views("sales.lead"))
                    .extracting(view -> view.getString("key"))
                    .doesNotContain("referred", "by-source")
                    .contains("open");
            for (String type : TAKING) {
                assertThat(formOf(type)).isNotEmpty().doesNotContain(OF_SOURCES);
                assertThat(template(type)).isNotEmpty().noneMatch(column -> column.matches("(Channel|Source).*"));
            }
            for (String record : List.of("leads/" + lead, "opportunities/" + deal)) {
                assertThat(desk.rita.read(ROOT + record)).doesNotContainKeys(OF_SOURCES);
                Call change = Call.of("PATCH", ROOT + record).with(object("channel", channel));
                assertThat(desk.rita.send(change.header("If-Match", "*")).fields())
                        .containsExactly("channel");
            }
            assertThat(desk.rita.send(Call.get(ROOT + "channels")).problem()).isEqualTo("feature-disabled");
        } finally {
            desk.anna.done(Call.put(feature, object("enabled", true)));
        }
    }

    /** Fields of the form for records of a type. */
    private List<String> formOf(String type) {
        return described(type).getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .map(field -> field.getString("name"))
                .toList();
    }

    /** Columns of the file to fill in. */
    private List<String> template(String type) {
        String file = desk.anna
                .done(Call.get(ROOT + "imports/templates/" + type + ".csv"))
                .body();
        return List.of(file.replace("\uFEFF", "").strip().split(","));
    }

    private Answer lead(String channel, String field, String source) {
        JsonObject lead = object("lastName", desk.word, "channel", desk.id("channels", channel));
        return desk.rita.send(Call.post(ROOT + "leads", with(lead, field, source)));
    }
}
