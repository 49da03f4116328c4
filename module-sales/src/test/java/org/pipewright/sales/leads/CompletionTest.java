package org.pipewright.sales.leads;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    private static Completion ofContact(String contact, String lead) {
        return new Completion(json(contact), new LeadContents(json(lead)).toContact(), (field, value) -> true);
    }

    @Test
    void fillsWhatIsEmptyAndOverwritesNothing() {
        Completion completion = ofContact(
                "{'firstName': null, 'lastName': 'Byron', 'jobTitle': 'Countess'}",
                "{'firstName': 'Ada', 'lastName': 'byron', 'jobTitle': 'Engineer'}");

        assertThat(completion.additions()).contains(json("{'firstName': 'Ada'}"));
        assertThat(completion.arrived()).containsExactlyInAnyOrder("firstName", "lastName");
    }

    @Test
    void addsWaysToGetInTouchBehindThoseThereAre() {
        Completion completion = ofContact(
                "{'emails': [{'kind': 'WORK', 'primary': true, 'value': 'Ada@loom.example'}]}",
                "{'emails': [{'kind': 'OTHER', 'primary': true, 'value': 'ada@loom.example'},"
                        + " {'kind': 'PRIVATE', 'primary': false, 'value': 'ada@home.example'}]}");

        assertThat(completion.additions().orElseThrow().getJsonArray("emails"))
                .containsExactly(
                        json("{'kind': 'WORK', 'primary': true, 'value': 'Ada@loom.example'}"),
                        json("{'kind': 'PRIVATE', 'primary': false, 'value': 'ada@home.example'}"));
        assertThat(completion.arrived()).containsExactly("emails");
    }

    @Test
    void comparesNumbersByTheirInternationalForm() {
        Completion completion = ofContact(
                "{'phones': [{'kind': 'WORK', 'primary': true, 'value': '030 123456', 'e164': '+4930123456'}]}",
                "{'phones': [{'kind': 'WORK', 'primary': true, 'value': '+49 30 123456', 'e164': '+4930123456'}]}");

        assertThat(completion.additions()).isEmpty();
        assertThat(completion.arrived()).containsExactly("phones");
    }

    @Test
    void leavesWhatTheCallerMayNotWrite() {
        JsonObject lead = json("{'firstName': 'Ada', 'jobTitle': 'Engineer'}");

        Completion completion = new Completion(
                json("{'lastName': 'Ada'}"), new LeadContents(lead).toContact(), (field, value) -> false);

        assertThat(completion.additions()).isEmpty();
        assertThat(completion.arrived()).containsExactly("firstName");
    }

    @Test
    void givesTheAccountEverythingWhenNobodyElseTakesIt() {
        LeadContents lead = new LeadContents(json("{'emails': [{'kind': 'PRIVATE', 'value': 'ada@home.example'}],"
                + " 'phones': [{'kind': 'MOBILE', 'value': '1'}]}"));

        assertThat(lead.toAccount(true)).extracting(LeadContents.Piece::to).containsExactly("emails", "phones");
        assertThat(lead.toAccount(false)).isEmpty();
    }
}
