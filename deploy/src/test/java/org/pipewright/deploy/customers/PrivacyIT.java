package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Consent of contacts, and what is known of one person (S-CON-04, S-CON-05, S-AUD-04). */
class PrivacyIT {

    private final Office office = new Office(DemoMember.ANNA_ADMIN);
    private final String name = Office.unique();
    private final String address = name + "@person.example";

    private String contact(String more) {
        return office.id(
                "contacts", "{'lastName': '" + name + "', 'emails': [{'value': '" + address + "'}]" + more + "}");
    }

    private Answer write(String contact) {
        return office.post(
                "contacts/" + contact + "/mails",
                "{'to': ['" + address + "'], 'subject': 'Hello " + name + "', 'text': 'Good day'}");
    }

    @Test
    void writesToWhoeverDidNotDecline() {
        assertThat(write(contact("")).status()).isEqualTo(201);

        RunningProduct.eventually(
                "a mail", () -> !RunningProduct.get().mailsTo(address).isEmpty());
    }

    @Test
    void refusesToWriteToWhoeverDeclined() {
        String contact = contact(", 'doNotMail': true");

        Answer refused = write(contact);

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("opted-out");
        assertThat(refused.json().getString("detail")).contains(address);
    }

    @Test
    void refusesTheAddressWhicheverRecordItIsTakenFrom() {
        contact(", 'doNotMail': true");
        String other = contact("");

        assertThat(write(other).status()).isEqualTo(409);
    }

    @Test
    void keepsEachDecisionWithItsSource() {
        String contact = contact("");

        office.create(
                "consents",
                "{'contact': '" + contact + "', 'channel': 'EMAIL', 'given': false, 'source': 'Fair',"
                        + " 'decidedOn': '2026-05-01', 'lawfulBasis': 'CONSENT'}");
        office.patch("contacts/" + contact, "{'doNotMail': false}");

        assertThat(office.read("contacts/" + contact).getString("lawfulBasis")).isEqualTo("CONSENT");
        assertThat(office.found("consents", "contact==" + contact))
                .extracting(consent -> consent.getString("source"), consent -> consent.getString("name"))
                .containsExactly(tuple("API", "E-mail: Yes"), tuple("Fair", "E-mail: No"));
    }

    @Test
    void aDecisionStaysAsItWas() {
        String consent = office.id(
                "consents", "{'contact': '" + contact("") + "', 'channel': 'PHONE', 'given': false, 'source': 'Call'}");

        assertThat(office.patch("consents/" + consent, "{'given': true, 'source': 'Other'}")
                        .fields())
                .containsExactlyInAnyOrder("given", "source");
    }

    @Test
    void showsWhatIsKnownAcrossRecords() {
        String contact = contact("");
        String lead = office.id(
                "leads",
                "{'lastName': '" + name + "', 'company': 'C', 'emails': [{'value': '" + address.toUpperCase() + "'}]}");

        List<JsonObject> known = office.read("personal-data/core.contact/" + contact)
                .getJsonArray("records")
                .getValuesAs(JsonObject.class);

        assertThat(known).extracting(record -> record.getString("id")).contains(contact, lead);
    }

    @Test
    void leavesNothingOfAPersonButTheFigures() {
        String account = office.id("accounts", "{'name': 'Account of " + Office.unique() + "'}");
        String contact = contact(", 'account': '" + account + "', 'notes': 'likes tea'");
        String lead = office.id(
                "leads", "{'lastName': '" + name + "', 'company': 'C', 'emails': [{'value': '" + address + "'}]}");
        office.patch("contacts/" + contact, "{'jobTitle': 'Chief " + name + "'}");
        String deal = office.id(
                "opportunities",
                "{'name': 'Deal', 'account': '" + account + "', 'contact': '" + contact
                        + "', 'amount': {'amount': '70.00', 'currency': 'EUR'}}");
        office.patch("opportunities/" + deal, "{'nextStep': 'Write to " + address + "'}");
        office.patch("opportunities/" + deal, "{'nextStep': null}");
        office.post("opportunities/" + deal + "/win", "{'actualClose': '2026-11-20'}");
        assertThat(write(contact).status()).isEqualTo(201);
        RunningProduct.eventually(
                "the mail is sent",
                () -> !Console.of("acme")
                        .query("select 1 from core.message where recipients = ? and delivery = 'SENT'", address)
                        .isEmpty());
        office.post("contacts/" + contact + "/comments", "{'text': 'Knows everybody'}");
        office.post("opportunities/" + deal + "/comments", "{'text': 'Ask " + address.toUpperCase() + "'}");

        office.done(Call.of("POST", Office.path("contacts/" + contact + "/files"))
                .query("name", "Letter of " + name + ".txt")
                .with("application/octet-stream", "x"));
        office.done(Call.of("POST", Office.path("personal-data/core.contact/" + contact + "/erase")));

        assertThat(office.searched("contacts", address)).isEmpty();
        assertThat(office.searched("leads", name)).isEmpty();
        assertThat(office.found("contacts", "emails==" + address)).isEmpty();
        assertThat(office.read("contacts/" + contact).toString()).doesNotContain(name);
        assertThat(office.read("leads/" + lead).toString()).doesNotContain(name);
        assertThat(office.read("audit?record=" + contact).toString()).doesNotContain(name, address);
        assertThat(office.read("audit?record=" + lead).toString()).doesNotContain(name, address);
        assertThat(office.read("contacts/" + contact + "/history").toString()).doesNotContain(name);
        assertThat(office.found("affiliations", "contact==" + contact).toString())
                .doesNotContain(name);
        assertThat(office.read("search?q=" + address).toString()).doesNotContain(address, name, contact, lead);
        assertThat(office.send(Call.get(Office.path("audit/export"))).body()).doesNotContain(address);
        for (String place : List.of("message m", "activity m", "comment m", "history m", "search_entry m")) {
            assertThat(Console.of("acme")
                            .query(
                                    "select m::text from core." + place + " where position(? in lower(m::text)) > 0",
                                    address))
                    .as(place)
                    .isEmpty();
        }
        assertThat(Console.of("acme").query("select text from core.comment where record_id = ?::uuid", contact))
                .noneMatch(text -> text.contains("everybody"));
        assertThat(office.read("accounts/" + account)
                        .getJsonObject("lifetimeValue")
                        .getString("amount"))
                .isEqualTo("70.00");
    }

    @Test
    void isForThoseAllowedToOnly() {
        Answer refused = new Office(DemoMember.MAX_MANAGER)
                .send(Call.get(Office.path("personal-data/core.contact/" + contact(""))));

        assertThat(refused.status()).isEqualTo(403);
    }
}
