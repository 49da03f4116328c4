package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;
import static org.pipewright.deploy.selling.Desk.reference;
import static org.pipewright.deploy.selling.Desk.with;

import jakarta.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;

/** Where leads and deals come from (area SRC). */
class SourcesIT {

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
        String partner = desk.account("Partner");

        Answer mismatch = lead("Referral", "sourcePartner", partner);
        Answer without = desk.rita.send(Call.post(ROOT + "leads", object("lastName", "X", "sourcePartner", partner)));

        assertThat(mismatch.status()).isEqualTo(400);
        assertThat(mismatch.fields()).containsExactly("sourcePartner");
        assertThat(without.fields()).containsExactly("sourcePartner");
        assertThat(lead("Partner", "sourcePartner", partner).isSuccess()).isTrue();
    }

    @Test
    void refusesAChannelThatDoesNotGoWithTheSource() {
        String partner = desk.account("Partner");
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
        String partner = desk.account("Partner");
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

    @Test
    void hidesItAllWhereSourcesAreNotRecorded() {
        String feature = ROOT + "features/sales.lead-sources";
        String lead = desk.made("leads", object("lastName", desk.word));
        try {
            desk.anna.done(Call.put(feature, object("enabled", false)));
            assertThat(desk.rita.read(ROOT + "leads/" + lead)).doesNotContainKeys("channel", "sourceUser");
            assertThat(desk.rita.send(Call.get(ROOT + "channels")).problem()).isEqualTo("feature-disabled");
        } finally {
            desk.anna.done(Call.put(feature, object("enabled", true)));
        }
    }

    private Answer lead(String channel, String field, String source) {
        JsonObject lead = object("lastName", desk.word, "channel", desk.id("channels", channel));
        return desk.rita.send(Call.post(ROOT + "leads", with(lead, field, source)));
    }
}
