package org.pipewright.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Mails that come in at a real mail server become leads, or go to the record they belong to (S-LEAD-05, S-LEAD-06). */
class MailIntakeIT {

    private static final String ROOT = "/api/tenants/acme/";
    private static final String PASSWORD = "a mailbox's password";
    private static final Path CORPUS = Path.of("../platform-core/src/test/resources/org/pipewright/platform/mailboxes");

    private final RunningProduct product = RunningProduct.get();
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final String word = "m" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "sales@" + word + ".example";
    private final GreenMail server = new GreenMail(ServerSetup.IMAP.dynamicPort());
    private GreenMailUser account;
    private String mailbox;

    @BeforeEach
    void opensAMailbox() {
        server.start();
        account = server.setUser(address, address, PASSWORD);
        mailbox = anna.done(Call.post(
                        ROOT + "mailboxes",
                        object().add("name", "Mailbox " + word)
                                .add("address", address)
                                .add("host", "127.0.0.1")
                                .add("port", server.getImap().getPort())
                                .add("protection", "NONE")
                                .add("userName", address)
                                .add("source", channelId("E-mail"))
                                .add("ownDomains", word + ".example")
                                .build()))
                .json()
                .getString("id");
        anna.done(Call.post(
                ROOT + "mailboxes/" + mailbox + "/set-password",
                object().add("password", PASSWORD).build()));
    }

    private String channelId(String name) {
        return anna.done(Call.get(ROOT + "channels").query("filter", "name=='" + name + "'"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    @AfterEach
    void closesTheMailbox() {
        anna.done(Call.of("DELETE", ROOT + "mailboxes/" + mailbox));
        server.stop();
    }

    @Test
    void threeMailsOfOneThreadMakeOneLead() {
        deliver(mail("first", "Ada Byron <ada@" + word + "x.example>", "An engine", "", "I need\nan engine."));
        deliver(mail("second", "Ada Byron <ada@" + word + "x.example>", "Re: An engine", "<first-%s@test>", "Soon!"));
        deliver(mail(
                "third", "Charles <charles@" + word + "y.example>", "Re: An engine", "<second-%s@test>", "Me too"));

        RunningProduct.eventually("three mails", () -> messages().size() == 3);
        JsonArray leads = leads(word);
        assertThat(leads).hasSize(1);
        JsonObject lead = anna.read(ROOT + "leads/" + leads.getJsonObject(0).getString("id"));
        assertThat(lead.getString("name")).isEqualTo("An engine");
        assertThat(lead.getString("firstName")).isEqualTo("Ada");
        assertThat(lead.getString("lastName")).isEqualTo("Byron");
        assertThat(lead.getString("notes")).isEqualTo("I need\nan engine.");
        assertThat(lead.getJsonObject("channel").getString("title")).isEqualTo("E-mail");
        assertThat(messages().getValuesAs(JsonObject.class))
                .allMatch(message -> message.getString("aboutId").equals(lead.getString("id")));
    }

    @Test
    void theChannelOfAMailboxIsOneThereIs() {
        Answer unknown = channel(UUID.randomUUID().toString());
        Answer noId = channel("E-mail");

        assertThat(unknown.status()).isEqualTo(400);
        assertThat(unknown.fields()).containsExactly("source");
        assertThat(noId.fields()).containsExactly("source");
    }

    @Test
    void aChannelThatIsRetiredByNowKeepsNobodyOut() {
        String channel = anna.done(Call.post(
                        ROOT + "channels",
                        object().add("name", "Channel " + word).build()))
                .json()
                .getString("id");
        assertThat(channel(channel)).matches(Answer::isSuccess);
        anna.done(Call.of("PATCH", ROOT + "channels/" + channel)
                .with(object().add("active", false).build())
                .header("If-Match", "*"));

        deliver(mail("only", "Ada Byron <ada@" + word + "x.example>", "An engine", "", "I need one."));

        RunningProduct.eventually("the mail", () -> messages().size() == 1);
        assertThat(leads(word)).hasSize(1);
        assertThat(anna.read(ROOT + "leads/" + leads(word).getJsonObject(0).getString("id"))
                        .get("channel"))
                .isEqualTo(JsonValue.NULL);
    }

    private Answer channel(String id) {
        return anna.send(Call.of("PATCH", ROOT + "mailboxes/" + mailbox)
                .with(object().add("source", id).build())
                .header("If-Match", "*"));
    }

    @Test
    void aMailThatComesWhileLeadsAreOffWaitsToBeTakenIn() {
        leads(false);
        try {
            deliver(mail("late", "Ada Byron <ada@" + word + "x.example>", "An engine", "", "I need one."));
            RunningProduct.eventually("the mail", () -> messages().size() == 1);
        } finally {
            leads(true);
        }
        JsonObject waiting = messages().getJsonObject(0);
        assertThat(waiting.getString("reason")).isEqualTo("NOBODY");
        assertThat(leads(word)).isEmpty();

        Call takeIn =
                Call.post(ROOT + "messages/" + waiting.getString("id") + "/take-in", JsonObject.EMPTY_JSON_OBJECT);
        JsonObject taken = anna.done(takeIn).json();

        JsonObject lead =
                anna.read(ROOT + "leads/" + leads(word).getJsonObject(0).getString("id"));
        assertThat(lead.getString("notes")).isEqualTo("I need one.");
        assertThat(taken.getString("aboutId")).isEqualTo(lead.getString("id"));
        assertThat(taken.isNull("reason")).isTrue();
        assertThat(anna.send(takeIn).status()).isEqualTo(409);
        assertThat(leads(word)).hasSize(1);
    }

    private void leads(boolean on) {
        anna.done(Call.put(
                ROOT + "features/sales.leads", object().add("enabled", on).build()));
    }

    @Test
    void aMailIsTakenOnceHoweverOftenItIsFound() {
        deliver(mail("once", "Ada <ada@" + word + "x.example>", "Once", "", "Only once"));
        deliver(mail("once", "Ada <ada@" + word + "x.example>", "Once", "", "Only once"));
        deliver(mail("last", "Eve <eve@" + word + "z.example>", "Last", "", "The last one"));

        RunningProduct.eventually("the last mail", () -> leads(word).size() == 2);
        assertThat(messages()).hasSize(2);
    }

    @Test
    void aMailOfSomebodyKnownGoesToTheContact() {
        String contact = contact("known@" + word + "x.example");

        deliver(mail("known", "Known <known@" + word + "x.example>", "Hello", "", "It is me"));

        RunningProduct.eventually("the mail", () -> messages().size() == 1);
        assertThat(messages().getJsonObject(0).getString("aboutId")).isEqualTo(contact);
        assertThat(leads("known@" + word)).isEmpty();
    }

    @Test
    void aMailStandsInTheTimelineOfItsRecordWithItsFiles() {
        deliver(withFile("filed"));

        RunningProduct.eventually("the mail", () -> messages().size() == 1);
        String message = messages().getJsonObject(0).getString("id");
        JsonObject line = timeline(anna).getJsonObject("content");
        assertThat(line.getString("subject")).isEqualTo("Plans");
        assertThat(line.getBoolean("markup")).isTrue();
        assertThat(line.getJsonArray("files").getValuesAs(JsonObject.class))
                .extracting(file -> file.getString("name"))
                .containsExactly("plan.txt");
        Answer page = anna.done(Call.get(ROOT + "messages/" + message + "/page"));
        assertThat(page.body()).contains("<b>plan</b>").doesNotContain("alert");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "sandbox", "img-src 'none'");
    }

    @Test
    void aPrivateMailIsReadByTheOwnerOfItsRecordAlone() {
        keepsMailsPrivate();
        deliver(withFile("private"));

        RunningProduct.eventually("the mail", () -> messages().size() == 1);
        assertThat(timeline(anna).getJsonObject("content").getString("subject")).isEqualTo("Plans");
        JsonObject others = timeline(product.as(DemoMember.MAX_MANAGER)).getJsonObject("content");
        assertThat(others.getBoolean("hidden")).isTrue();
        assertThat(others.toString()).doesNotContain("Plans", "plan.txt");
    }

    @Test
    void aDealMadeOfAMailHasTheMailInItsTimelineOnce() {
        String account = made("accounts", object().add("name", "Byron " + word));
        String contact = made(
                "contacts",
                object().add("lastName", word)
                        .add("account", account)
                        .add("emails", emails("ada@" + word + "x.example")));
        deliver(mail("deal", "Ada <ada@" + word + "x.example>", "Forty engines", "", "Before May"));
        RunningProduct.eventually("the mail", () -> messages().size() == 1);
        String links = ROOT + "messages/" + messages().getJsonObject(0).getString("id") + "/links";
        JsonObject before = anna.read(links);
        assertThat(before).doesNotContainKey("activity");
        assertThat(linked(before)).containsExactly(contact);

        String deal = made(
                "opportunities",
                object().add("name", "Forty engines").add("account", account).add("contact", contact));
        JsonObject noted =
                anna.done(Call.post(links, to("sales.opportunity", deal))).json();
        JsonObject again =
                anna.done(Call.post(links, to("core.account", account))).json();

        String activity = noted.getString("activity");
        assertThat(again.getString("activity")).isEqualTo(activity);
        assertThat(linked(again)).containsExactlyInAnyOrder(contact, deal, account);
        assertThat(stories("opportunities/" + deal, "activity")).containsExactly("Forty engines");
        assertThat(stories("contacts/" + contact, "activity")).isEmpty();
        assertThat(stories("contacts/" + contact, "mail")).containsExactly("Forty engines");
        JsonObject interaction = anna.read(ROOT + "activities/" + activity);
        assertThat(interaction.getJsonObject("message").getString("title")).isEqualTo("Forty engines");
        assertThat(interaction.getString("direction")).isEqualTo("INBOUND");
        assertThat(interaction.getString("description")).isEqualTo("Before May");
        assertThat(interaction.getBoolean("handled")).isFalse();
        assertThat(anna.read(ROOT + "contacts/" + contact).isNull("lastInboundAt"))
                .isFalse();
    }

    @Test
    void nothingIsMadeOfAMailByThoseWhoMayNotReadItOrWithoutActivities() {
        keepsMailsPrivate();
        deliver(withFile("hidden"));
        RunningProduct.eventually("the mail", () -> messages().size() == 1);
        String links = ROOT + "messages/" + messages().getJsonObject(0).getString("id") + "/links";
        Call link = Call.post(links, to("core.account", made("accounts", object().add("name", word))));
        Client max = product.as(DemoMember.MAX_MANAGER);

        assertThat(max.send(Call.get(links)).status()).isEqualTo(404);
        assertThat(max.send(link).status()).isEqualTo(404);
        anna.done(Call.put(
                ROOT + "features/core.activities",
                object().add("enabled", false).build()));
        try {
            assertThat(anna.send(link).problem()).isEqualTo("feature-disabled");
        } finally {
            anna.done(Call.put(
                    ROOT + "features/core.activities",
                    object().add("enabled", true).build()));
        }
        String activity = anna.done(link).json().getString("activity");
        assertThat(max.send(Call.get(ROOT + "activities/" + activity)).status()).isEqualTo(404);
    }

    private String made(String path, JsonObjectBuilder record) {
        return anna.done(Call.post(ROOT + path, record.build())).json().getString("id");
    }

    private static JsonObject to(String recordType, String id) {
        return object().add("recordType", recordType).add("id", id).build();
    }

    private static List<String> linked(JsonObject links) {
        return links.getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .map(link -> link.getString("id"))
                .toList();
    }

    /** Subjects of the entries of one kind in the timeline of a record. */
    private List<String> stories(String record, String kind) {
        return anna
                .read(ROOT + record + "/timeline?only=" + kind)
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getJsonObject("content").getString("subject"))
                .toList();
    }

    @Test
    void anAnswerOfACalendarProgramIsNotedAtTheAttendeeAndMakesNoLead() {
        String ada = "ada@" + word + "x.example";
        String meeting = made(
                "activities",
                object().add("subject", word)
                        .add("kind", meetingKind())
                        .add("startsAt", Instant.now().plusSeconds(200_000).toString()));
        String attendee = made("attendees", object().add("activity", meeting).add("email", ada));
        anna.done(Call.post(ROOT + "activities/" + meeting + "/invite", JsonObject.EMPTY_JSON_OBJECT));
        anna.done(Call.of("PATCH", ROOT + "activities/" + meeting)
                .with(object().add("location", "Room 7").build())
                .header("If-Match", "*"));

        deliver(reply("early", ada, ada, meeting, 0, "ACCEPTED"));
        deliver(reply("forged", "eve@" + word + "z.example", ada, meeting, 1, "DECLINED"));
        deliver(reply("other", "eve@" + word + "z.example", "eve@" + word + "z.example", meeting, 1, "ACCEPTED"));
        deliver(mail("broken", "Bob <bob@" + word + "y.example>", "Broken", "", "BEGIN:VCALENDAR\nnothing")
                .replace("text/plain", "text/calendar"));
        RunningProduct.eventually("four mails", () -> messages().size() == 4);
        assertThat(anna.read(ROOT + "attendees/" + attendee).getString("status"))
                .isEqualTo("OPEN");

        deliver(reply("now", ada, ada, meeting, 1, "TENTATIVE"));
        RunningProduct.eventually("the answer", () -> messages().size() == 5);

        JsonObject told = anna.read(ROOT + "attendees/" + attendee);
        assertThat(told.getString("status")).isEqualTo("TENTATIVE");
        assertThat(told.getString("answer")).isEqualTo("Perhaps");
        assertThat(messages().getValuesAs(JsonObject.class).stream()
                        .filter(mail -> mail.getString("sender").equals(ada))
                        .map(mail -> mail.getString("reason")))
                .containsOnly("INVITATION");
        assertThat(leads(ada)).isEmpty();
    }

    private String meetingKind() {
        return anna.done(Call.get(ROOT + "activity-kinds").query("filter", "form==MEETING;standard==true"))
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
    }

    private String reply(String id, String from, String attendee, String meeting, int sequence, String status) {
        String calendar = String.join(
                "\n",
                "BEGIN:VCALENDAR",
                "VERSION:2.0",
                "PRODID:-//Other//Program//EN",
                "METHOD:REPLY",
                "BEGIN:VEVENT",
                "UID:" + meeting + "@pipewright",
                "DTSTAMP:20260101T000000Z",
                "SEQUENCE:" + sequence,
                "ORGANIZER:mailto:" + address,
                "ATTENDEE;PARTSTAT=" + status + ":MAILTO:" + attendee,
                "COMMENT:Perhaps",
                "END:VEVENT",
                "END:VCALENDAR");
        return mail(id, "Ada <" + from + ">", status, "", calendar)
                .replace("text/plain;", "text/calendar; method=REPLY;");
    }

    @Test
    void aDropBoxKeepsCopiesOfMembersAndRefusesOthers() {
        anna.done(Call.of("PATCH", ROOT + "mailboxes/" + mailbox)
                .with(object().add("purpose", "DROP_BOX").build())
                .header("If-Match", "*"));
        String contact = contact("known@" + word + "x.example");
        String copied = mail("copy", "Rita <rita.rep@acme.example>", "Our offer", "", "As promised")
                .replace("To: " + address, "To: known@" + word + "x.example\r\nCc: " + address);
        deliver(copied);
        deliver(mail(
                "forward",
                "Rita <RITA.REP@acme.example>",
                "Fwd: Question",
                "",
                "See below\n\n> From: Known <known@" + word + "x.example>\n> How much?"));
        deliver(mail(
                "stranger", "Eve <eve@" + word + "z.example>", "Let me in", "", "From: known@" + word + "x.example"));

        RunningProduct.eventually("three mails", () -> messages().size() == 3);
        assertThat(messages().getValuesAs(JsonObject.class))
                .extracting(message -> message.getString("subject"), message -> message.getString("aboutId", "-"))
                .containsExactlyInAnyOrder(
                        tuple("Our offer", contact), tuple("Fwd: Question", contact), tuple("Let me in", "-"));
        assertThat(messages().getValuesAs(JsonObject.class).stream().map(message -> message.getString("reason", "-")))
                .containsExactlyInAnyOrder("-", "-", "UNKNOWN_SENDER");
        assertThat(leads(word)).isEmpty();
    }

    private void keepsMailsPrivate() {
        anna.done(Call.of("PATCH", ROOT + "mailboxes/" + mailbox)
                .with(object().add("visibility", "PRIVATE")
                        .add(
                                "assignee",
                                anna.read(ROOT + "manifest").getJsonObject("me").get("id"))
                        .build())
                .header("If-Match", "*"));
    }

    private String contact(String email) {
        return made("contacts", object().add("lastName", word).add("emails", emails(email)));
    }

    private static JsonArrayBuilder emails(String address) {
        return Json.createArrayBuilder().add(object().add("kind", "WORK").add("value", address));
    }

    private JsonObject timeline(Client who) {
        String lead = leads(word).getJsonObject(0).getString("id");
        return who.read(ROOT + "leads/" + lead + "/timeline?only=mail")
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private String withFile(String id) {
        return mail(id, "Ada <ada@" + word + "x.example>", "Plans", "", "@@")
                .replace(
                        "Content-Type: text/plain; charset=utf-8",
                        "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=\"b\"")
                .replace(
                        "@@",
                        String.join(
                                "\r\n",
                                "--b",
                                "Content-Type: text/html",
                                "",
                                "<p>The <b>plan</b></p><script>alert(1)</script>",
                                "--b",
                                "Content-Type: text/plain; name=\"plan.txt\"",
                                "Content-Disposition: attachment; filename=\"plan.txt\"",
                                "",
                                "Forty engines",
                                "--b--",
                                ""));
    }

    @Test
    void whatMachinesWriteIsListedAndMakesNothing() {
        deliver(mail("away", "Lena <lena@" + word + "x.example>", "Away", "", "Away")
                .replace("X-Nothing: none", "Auto-Submitted: auto-replied"));
        deliver(mail("bounce", "MAILER-DAEMON@mx.example", "Undeliverable", "", "Unknown"));
        deliver(mail("news", "News <news@" + word + "x.example>", "News", "", "News")
                .replace("X-Nothing: none", "List-Unsubscribe: <https://news.example/off>"));
        deliver(mail("own", "Colleague <me@" + word + ".example>", "Internal", "", "Internal"));

        RunningProduct.eventually("all mails", () -> messages().size() == 4);
        assertThat(messages().getValuesAs(JsonObject.class).stream().map(each -> each.getString("reason")))
                .containsExactlyInAnyOrder("AUTO_REPLY", "BOUNCE", "NEWSLETTER", "OWN_DOMAIN");
        assertThat(leads(word)).isEmpty();
    }

    /**
     * The whole corpus of mails as people, machines and mail servers write them comes over the wire: what people wrote
     * becomes leads, of each thread and sender one, and of all else is told why nothing was made of it (S-LEAD-06).
     */
    @Test
    void theCorpusIsTakenApart() throws IOException {
        anna.done(Call.of("PATCH", ROOT + "mailboxes/" + mailbox)
                .with(object().add("ownDomains", "own.example").build())
                .header("If-Match", "*"));
        Map<String, String> corpus = corpus();
        corpus.values().forEach(this::deliver);

        RunningProduct.eventually("all mails", () -> messages().size() == corpus.size());
        assertThat(MACHINES).allSatisfy((file, why) -> assertThat(corpus).containsKey(file));
        List<JsonObject> messages = messages().getValuesAs(JsonObject.class);
        assertThat(messages)
                .filteredOn(message -> message.getString("outcome").equals("IGNORED"))
                .extracting(message -> message.getString("reason"))
                .containsExactlyInAnyOrderElementsOf(MACHINES.values());
        List<JsonObject> taken = messages.stream()
                .filter(message -> message.getString("outcome").equals("TAKEN"))
                .toList();
        assertThat(taken).hasSize(corpus.size() - MACHINES.size());
        assertThat(taken).allMatch(message -> message.getString("aboutType").equals("sales.lead"));
        assertThat(taken)
                .filteredOn(message -> message.getString("sender").equals("ada@engines.example"))
                .hasSize(2)
                .extracting(message -> message.getString("aboutId"))
                .containsOnly(taken.stream()
                        .filter(message -> message.getString("sender").equals("ada@engines.example"))
                        .map(message -> message.getString("aboutId"))
                        .findFirst()
                        .orElseThrow());
        assertThat(taken.stream().map(message -> message.getString("aboutId")).distinct())
                .hasSize(taken.size() - 1);
        assertThat(taken)
                .extracting(message -> message.getString("aboutTitle"))
                .contains("見積もりのお願い", "询价", "Запрос цены", "Anfrage für Kühlgeräte", "Demande d’un devis");
    }

    private static final Map<String, String> MACHINES = Map.ofEntries(
            Map.entry("bounce-report", "BOUNCE"),
            Map.entry("bounce-plain", "BOUNCE"),
            Map.entry("bounce-empty-path", "BOUNCE"),
            Map.entry("bounce-late", "BOUNCE"),
            Map.entry("bounce-full", "BOUNCE"),
            Map.entry("away-german", "AUTO_REPLY"),
            Map.entry("away-french", "AUTO_REPLY"),
            Map.entry("away-precedence", "AUTO_REPLY"),
            Map.entry("read-receipt", "AUTO_REPLY"),
            Map.entry("newsletter", "NEWSLETTER"),
            Map.entry("newsletter-bulk", "NEWSLETTER"),
            Map.entry("notice-no-reply", "NEWSLETTER"),
            Map.entry("mailing-list", "LIST"),
            Map.entry("colleague", "OWN_DOMAIN"),
            Map.entry("nobody", "NO_SENDER"),
            Map.entry("broken-sender", "NO_SENDER"));

    /** By name of the file, byte by byte as text. */
    private static Map<String, String> corpus() throws IOException {
        Map<String, String> corpus = new TreeMap<>();
        try (Stream<Path> files = Files.list(CORPUS)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".eml")).toList()) {
                corpus.put(
                        file.getFileName().toString().replace(".eml", ""),
                        Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return corpus;
    }

    @Test
    void thePasswordIsShownToNobody() {
        JsonObject shown = anna.read(ROOT + "mailboxes/" + mailbox);

        assertThat(shown.getBoolean("passwordKept")).isTrue();
        assertThat(shown.toString()).doesNotContain(PASSWORD).doesNotContain("sealed");
        assertThat(anna.done(Call.get(ROOT + "mailboxes/" + mailbox + "/history"))
                        .body())
                .doesNotContain(PASSWORD);
        assertThat(product.as(DemoMember.GINA_ADMIN)
                        .send(Call.get("/api/tenants/globex/mailboxes/" + mailbox))
                        .status())
                .isEqualTo(404);
    }

    private String mail(String id, String from, String subject, String answers, String text) {
        return String.join(
                "\r\n",
                "From: " + from,
                "To: " + address,
                "Subject: " + subject,
                "Message-ID: <" + id + "-" + word + "@test>",
                answers.isEmpty() ? "X-Nothing: none" : "In-Reply-To: " + answers.formatted(word),
                "Content-Type: text/plain; charset=utf-8",
                "",
                text.replace("\n", "\r\n"));
    }

    private void deliver(String text) {
        try {
            account.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonArray messages() {
        return anna.done(Call.get(ROOT + "messages")
                        .query("filter", "mailbox==" + mailbox)
                        .query("limit", "100"))
                .json()
                .getJsonArray("items");
    }

    private JsonArray leads(String words) {
        return anna.done(Call.get(ROOT + "leads").query("q", words)).json().getJsonArray("items");
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }
}
