package org.pipewright.deploy.customers;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Mails tell that they are opened only where the organisation wants it and everybody they go to agreed (S-MAIL-05). */
class OpeningsIT {

    private static final String PAGE = "https://page.example/offer?a=1&b=2";
    private static final String TEXT = "Dear reader, please see " + PAGE;
    private static final Pattern OURS = Pattern.compile("(/api/mails/[^\"]+/(?:picture|links/[^\"]+))\"");

    private final Client outside = RunningProduct.get().asNobody();
    private final Office office = new Office(DemoMember.ANNA_ADMIN);
    private final String name = Office.unique();
    private final String address = name + "@reader.example";
    private final String contact = contact(address);

    @AfterEach
    void switchesItOff() {
        track(false);
    }

    @Test
    void aMailCarriesNothingWhileItIsOff() {
        agree(contact, true);

        JsonObject mail = written(contact, address);

        assertThat(mail.getString("html")).contains(PAGE.replace("&", "&amp;")).doesNotContain("<img", "/api/mails");
        assertThat(message().isNull("openings")).isTrue();
        assertThat(line()).doesNotContainKey("opening");
    }

    @Test
    void aMailCarriesNothingToWhoeverDidNotAgree() {
        track(true);

        assertThat(written(contact, address).getString("html")).doesNotContain("<img", "/api/mails");
    }

    @Test
    void aMailCarriesNothingIfOneOfItsReadersDidNotAgree() {
        track(true);
        agree(contact, true);
        String other = "other." + address;
        contact(other);

        assertThat(written(contact, address + "', '" + other).getString("html")).doesNotContain("<img", "/api/mails");
    }

    @Test
    void aMailCarriesNothingIfOneOfThoseBehindItsAddressDidNotAgree() {
        track(true);
        agree(contact, true);
        contact(address);

        assertThat(written(contact, address).getString("html")).doesNotContain("<img", "/api/mails");
    }

    @Test
    void whatWhoeverAgreedOpensAndFollowsIsToldAtTheMail() {
        JsonObject mail = tracked();
        assertThat(mail.getString("text")).contains(PAGE).doesNotContain("/api/mails");
        assertThat(mail.getString("html")).contains("width=\"1\"").doesNotContain("href=\"https://page.example");
        assertThat(line().getJsonObject("opening").getInt("times")).isZero();

        outside.done(Call.get(picture(mail)));
        outside.done(Call.get(picture(mail)));
        Answer sentOn = outside.send(Call.get(link(mail)));
        outside.send(Call.get(link(mail)));

        assertThat(sentOn.status()).isEqualTo(302);
        assertThat(sentOn.headers().firstValue("Location")).contains(PAGE);
        assertThat(message().getInt("openings")).isEqualTo(2);
        assertThat(message().getInt("clicks")).isEqualTo(2);
        JsonObject opening = line().getJsonObject("opening");
        assertThat(opening.getInt("times")).isEqualTo(2);
        assertThat(opening.getString("first")).isEqualTo(message().getString("openedAt"));
        assertThat(opening.getJsonArray("links")).hasSize(1);
        assertThat(opening.getJsonArray("links").getString(0)).isEqualTo(PAGE);
    }

    @Test
    void nobodyIsSentToAPageThatWasNotInTheMail() {
        JsonObject mail = tracked();
        String other = link(trackedAlso());
        String ours = link(mail).substring(0, link(mail).lastIndexOf('/') + 1);

        assertThat(outside.send(Call.get(ours + other.substring(other.lastIndexOf('/') + 1)))
                        .status())
                .as("a link of another mail")
                .isEqualTo(404);
        assertThat(outside.send(Call.get(ours + UUID.randomUUID())).status()).isEqualTo(404);
        assertThat(outside.send(Call.get(link(mail)
                                .replaceFirst(
                                        "acme|[0-9a-f-]{36}", UUID.randomUUID().toString())))
                        .status())
                .as("another tenant")
                .isEqualTo(404);
    }

    @Test
    void thePictureTellsNobodyWhetherThereIsSuchAMail() {
        String known = picture(tracked());
        String unknown = known.replaceFirst("[^/]+/picture", "nothing/picture");
        String elsewhere = known.replaceFirst("/api/mails/[^/]+", "/api/mails/" + UUID.randomUUID());

        List<Answer> answers = List.of(known, unknown, elsewhere).stream()
                .map(path -> outside.send(Call.get(path)))
                .toList();

        assertThat(answers).extracting(Answer::status).containsOnly(200);
        assertThat(answers).extracting(Answer::contentType).containsOnly("image/gif");
        assertThat(answers.stream().map(Answer::body).distinct()).hasSize(1);
    }

    @Test
    void nothingIsNotedOnceItIsSwitchedOff() {
        JsonObject mail = tracked();
        track(false);

        stillAnswers(mail);
        assertThat(message().getInt("openings")).isZero();
        assertThat(message().getInt("clicks")).isZero();
    }

    @Test
    void nothingIsNotedOnceTheReaderNoLongerAgrees() {
        JsonObject mail = tracked();
        agree(contact, false);

        stillAnswers(mail);
        assertThat(message().getInt("openings")).isZero();
        assertThat(message().getInt("clicks")).isZero();
    }

    @Test
    void aPersonIsToldWhatWasNotedAndItGoesWithThePerson() {
        JsonObject mail = tracked();
        stillAnswers(mail);
        String message = message().getString("id");
        JsonObject told = office
                .read("personal-data/core.contact/" + contact)
                .getJsonArray("records")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(record -> record.getString("id").equals(message))
                .findFirst()
                .orElseThrow()
                .getJsonObject("values");
        assertThat(told.getString("openings")).isEqualTo("1");
        assertThat(told.getString("followedLinks")).isEqualTo(PAGE);
        assertThat(told).containsKeys("openedAt", "clicks", "clickedAt");

        office.done(Call.of("POST", Office.path("personal-data/core.contact/" + contact + "/erase")));

        JsonObject left = office.read("messages/" + message);
        assertThat(List.of("openings", "openedAt", "clicks", "clickedAt", "followedLinks"))
                .allMatch(left::isNull);
        assertThat(Console.of("acme")
                        .query(
                                "select 1 from core.tracked_mail where message_id = ?::uuid union all"
                                        + " select 1 from core.tracked_link where message_id = ?::uuid",
                                message,
                                message))
                .isEmpty();
        outside.done(Call.get(picture(mail)));
        assertThat(office.read("messages/" + message).isNull("openings")).isTrue();
    }

    private void stillAnswers(JsonObject mail) {
        outside.done(Call.get(picture(mail)));
        assertThat(outside.send(Call.get(link(mail))).status()).isEqualTo(302);
    }

    private JsonObject tracked() {
        track(true);
        agree(contact, true);
        return written(contact, address);
    }

    /** Another mail to somebody else who agreed. */
    private JsonObject trackedAlso() {
        String other = "other." + address;
        String reader = contact(other);
        agree(reader, true);
        return written(reader, other);
    }

    private void track(boolean wanted) {
        office.done(Call.put(Office.path("settings/core.mail.tracking"), Office.json("{'value': " + wanted + "}")));
    }

    private String contact(String reader) {
        return office.id("contacts", "{'lastName': '" + name + "', 'emails': [{'value': '" + reader + "'}]}");
    }

    private void agree(String reader, boolean given) {
        office.create(
                "consents",
                "{'contact': '" + reader + "', 'channel': 'TRACKING', 'given': " + given + ", 'source': 'Call'}");
    }

    /** A mail as it arrives at the first of its readers. */
    private JsonObject written(String record, String readers) {
        Answer answer = office.post(
                "contacts/" + record + "/mails",
                "{'to': ['" + readers + "'], 'subject': 'Hello " + name + "', 'text': '" + TEXT + "'}");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        String first = readers.replaceAll("'.*", "");
        RunningProduct.eventually(
                "the mail", () -> !RunningProduct.get().mailsTo(first).isEmpty());
        return RunningProduct.get().mailsTo(first).getJsonObject(0);
    }

    private JsonObject message() {
        return office.found("messages", "recipients==" + address).get(0);
    }

    private JsonObject line() {
        return office.read("contacts/" + contact + "/timeline?only=mail")
                .getJsonArray("items")
                .getJsonObject(0)
                .getJsonObject("content");
    }

    private static String picture(JsonObject mail) {
        return ours(mail, "picture");
    }

    private static String link(JsonObject mail) {
        return ours(mail, "links/");
    }

    private static String ours(JsonObject mail, String kind) {
        return OURS.matcher(mail.getString("html"))
                .results()
                .map(found -> found.group(1))
                .filter(path -> path.contains("/" + kind))
                .findFirst()
                .orElseThrow();
    }
}
