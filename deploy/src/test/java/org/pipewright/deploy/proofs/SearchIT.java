package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** The search over everything, and what a person keeps at hand (S-SRCH-01, S-SRCH-03 to S-SRCH-05). */
class SearchIT {

    private static final Workplace PLACE = Workplace.ACME;
    private static final DemoMember READER = DemoMember.OTTO_ONLY;
    private static final String LEAD = "sales.lead";
    private static final String NUMBER = String.valueOf(Workplace.number() % 1_000_000 + 1_000_000);
    private static final String MARK = "Quillby" + NUMBER;

    private static String lead;

    @BeforeAll
    static void makeRecords() {
        lead = lead("Ada", MARK, "Vermillion" + NUMBER);
        lead("Ben", "Of " + MARK, "Else " + NUMBER);
        lead(MARK, "Zed", "Other " + NUMBER);
    }

    private static String lead(String first, String last, String company) {
        JsonObject values = Json.createObjectBuilder()
                .add("firstName", first)
                .add("lastName", last)
                .add("company", company)
                .add(
                        "phones",
                        Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", "+49 30 " + NUMBER)))
                .build();
        return PLACE.admin().done(Call.post(PLACE.path("leads"), values)).json().getString("id");
    }

    @AfterAll
    static void giveTheFormerRoleBack() {
        give(PLACE.roleId(READER.role()));
    }

    @Test
    void aTitleThatBeginsWithTheWordsComesBeforeOneThatOnlyHasThem() {
        assertThat(titles(PLACE.admin(), MARK)).startsWith(MARK + " Zed").contains("Ada " + MARK);
    }

    @Test
    void slipsOfThePenAreForgiven() {
        assertThat(titles(PLACE.admin(), "Vermilion" + NUMBER)).contains("Ada " + MARK);
    }

    @Test
    void aNumberIsFoundInAnyFormat() {
        for (String typed : List.of("+49 30 " + NUMBER, "030/" + NUMBER, "(030) " + NUMBER, "0049 30 " + NUMBER)) {
            assertThat(titles(PLACE.admin(), typed)).as(typed).contains("Ada " + MARK);
        }
    }

    @Test
    void wordsOfAHiddenFieldFindNothing() {
        give(role());

        assertThat(titles(reader(), MARK)).isNotEmpty();
        assertThat(titles(reader(), "Vermillion" + NUMBER)).isEmpty();
        assertThat(titles(reader(), "Vermilion" + NUMBER)).isEmpty();
        assertThat(listed("Vermillion" + NUMBER)).isZero();
    }

    @Test
    void favouritesAreEachPersonsOwn() {
        Call put = Call.of("PUT", PLACE.path("favourites/" + LEAD + "/" + lead));

        PLACE.admin().done(put);

        assertThat(kept(PLACE.admin(), "favourites")).contains(lead);
        assertThat(kept(RunningProduct.get().as(DemoMember.MAX_MANAGER), "favourites"))
                .doesNotContain(lead);
        PLACE.admin().done(Call.of("DELETE", put.path()));
        assertThat(kept(PLACE.admin(), "favourites")).doesNotContain(lead);
    }

    @Test
    void whatWasOpenedLastStandsFirst() {
        PLACE.admin().done(Call.of("PUT", PLACE.path("recent/" + LEAD + "/" + lead)));

        assertThat(kept(PLACE.admin(), "recent")).startsWith(lead);
    }

    private static List<String> kept(Client client, String list) {
        return client.read(PLACE.path(list)).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(item -> item.getString("id"))
                .toList();
    }

    private static List<String> titles(Client client, String words) {
        return client
                .done(Call.get(PLACE.path("search")).query("q", words))
                .json()
                .getJsonArray("groups")
                .getValuesAs(JsonObject.class)
                .stream()
                .flatMap(group -> group.getJsonArray("items").getValuesAs(JsonObject.class).stream())
                .map(item -> item.getString("title"))
                .toList();
    }

    private static int listed(String words) {
        return reader().done(Call.get(PLACE.path("leads")).query("q", words))
                .json()
                .getJsonArray("items")
                .size();
    }

    private static Client reader() {
        return RunningProduct.get().as(READER);
    }

    /** Sees all leads, but not their companies. */
    private static String role() {
        JsonObject role = Json.createObjectBuilder()
                .add("name", "Reader " + Workplace.number())
                .add(
                        "grants",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("subject", LEAD)
                                        .add("action", "view")
                                        .add("level", "tenant")))
                .add(
                        "fields",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("recordType", LEAD)
                                        .add("field", "company")
                                        .add("access", "none")))
                .build();
        return PLACE.admin().done(Call.post(PLACE.path("roles"), role)).json().getString("id");
    }

    private static void give(String role) {
        PLACE.admin()
                .done(Call.put(
                        PLACE.path("people/" + PLACE.memberId(READER) + "/roles"),
                        Json.createObjectBuilder()
                                .add("roles", Json.createArrayBuilder().add(role))
                                .build()));
    }
}
