package org.pipewright.deploy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Mails that members send from records, by a real mail server: answers and bounces come back to them (S-MAIL-01). */
class SendingIT {

    private static final String ROOT = "/api/tenants/acme/";
    private static final String PASSWORD = "a mailbox's password";

    private final RunningProduct product = RunningProduct.get();
    private final Client anna = product.as(DemoMember.ANNA_ADMIN);
    private final String word = "s" + UUID.randomUUID().toString().substring(0, 8);
    private final String address = "sales@" + word + ".example";
    private final String ada = "ada@" + word + "x.example";
    private final GreenMail server =
            new GreenMail(new ServerSetup[] {ServerSetup.IMAP.dynamicPort(), ServerSetup.SMTP.dynamicPort()});
    private GreenMailUser account;
    private String mailbox;
    private String lead;

    @BeforeEach
    void opensAMailboxThatSends() {
        server.start();
        account = server.setUser(address, address, PASSWORD);
        mailbox = made(
                "mailboxes",
                object().add("name", "A " + word)
                        .add("address", address)
                        .add("host", "127.0.0.1")
                        .add("port", server.getImap().getPort())
                        .add("protection", "NONE")
                        .add("userName", address)
                        .add("sendHost", "127.0.0.1")
                        .add("sendPort", server.getSmtp().getPort())
                        .add("sendProtection", "NONE"));
        anna.done(Call.post(
                ROOT + "mailboxes/" + mailbox + "/set-password",
                object().add("password", PASSWORD).build()));
        lead = made(
                "leads",
                object().add("lastName", "Byron")
                        .add("company", word)
                        .add("emails", Json.createArrayBuilder().add(object().add("value", ada))));
    }

    @AfterEach
    void closesTheMailbox() {
        anna.done(Call.of("DELETE", ROOT + "mailboxes/" + mailbox));
        server.stop();
    }

    @Test
    void aMailGoesOutAsWrittenAndStandsInTheTimeline() throws Exception {
        Client max = product.as(DemoMember.MAX_MANAGER);
        max.done(Call.of("PUT", ROOT + "signature")
                .with(object().add("text", "Max\nAcme").build()));
        String file = anna.done(Call.of("POST", ROOT + "leads/" + lead + "/files")
                        .query("name", "offer.txt")
                        .with("application/octet-stream", "Forty engines"))
                .json()
                .getString("id");

        max.done(send(mail("Our offer", "Dear Ada,\n\nplease see the file.")
                .add("files", Json.createArrayBuilder().add(file))));

        MimeMessage sent = theMail();
        assertThat(GreenMailUtil.getAddressList(sent.getFrom())).contains("<" + address + ">", "Max");
        assertThat(GreenMailUtil.getAddressList(sent.getAllRecipients())).isEqualTo(ada);
        assertThat(sent.getSubject()).isEqualTo("Our offer");
        String whole = GreenMailUtil.getWholeMessage(sent);
        assertThat(whole).contains("please see the file.", "-- \r\nMax\r\nAcme", "offer.txt");
        assertThat(whole).doesNotContain("<img");
        RunningProduct.eventually(
                "the note that it was sent",
                () -> line(anna).getString("delivery").equals("SENT"));
        JsonObject line = line(anna);
        assertThat(line.getString("direction")).isEqualTo("OUTBOUND");
        assertThat(line.getString("text")).contains("please see the file.");
        assertThat(line.getJsonArray("files").getJsonObject(0).getString("name"))
                .isEqualTo("offer.txt");
        assertThat(timeline(anna, "activity")).isEmpty();
    }

    @Test
    void aSentMailCountsAsAnAnswerToTheLead() {
        assertThat(anna.read(ROOT + "leads/" + lead).isNull("respondedAt")).isTrue();

        anna.done(send(mail("Good day", "We will call you")));

        assertThat(anna.read(ROOT + "leads/" + lead).isNull("respondedAt")).isFalse();
        assertThat(found("activities", "subject==\"Good day\";form==EMAIL;direction==OUTBOUND;status==DONE"))
                .isNotEmpty();
    }

    @Test
    void anAnswerComesBackToTheRecord() throws Exception {
        anna.done(send(mail("A question", "How many?")));
        String key = theMail().getMessageID();

        deliver(
                "From: Somebody else <other@" + word + "y.example>",
                "In-Reply-To: " + key,
                "Subject: Re: A question",
                "",
                "Forty");

        RunningProduct.eventually("the answer", () -> timeline(anna, "mail").size() == 2);
        JsonObject answer = line(anna, "INBOUND");
        Answer start = anna.done(Call.get(ROOT + "leads/" + lead + "/mails").query("answers", answer.getString("id")));
        assertThat(start.json().getString("subject")).isEqualTo("Re: A question");
        assertThat(start.json().getJsonArray("to").getString(0)).isEqualTo("other@" + word + "y.example");
        anna.done(send(mail("Re: A question", "Thank you").add("answers", answer.getString("id"))));
        RunningProduct.eventually("the second mail", () -> server.getReceivedMessages().length == 3);
        assertThat(Arrays.stream(server.getReceivedMessages()).map(SendingIT::answered))
                .contains("<answer-" + word + "@test>");
    }

    @Test
    void aBounceIsShownAtTheMailAndMarksTheAddress() throws Exception {
        anna.done(send(mail("Hello", "Are you there?")));
        String key = theMail().getMessageID();

        deliver(bounce(key, "someone.else@" + word + "x.example"));
        deliver(bounce(key, ada));

        RunningProduct.eventually(
                "the bounce", () -> line(anna).getString("problem", "").contains(ada));
        assertThat(line(anna).getString("delivery")).isEqualTo("BOUNCED");
        assertThat(line(anna).getString("problem")).contains("user unknown");
        JsonObject person = start().getJsonArray("recipients").getJsonObject(0);
        assertThat(person.getString("undeliverable")).contains("user unknown");
        assertThat(anna.read(ROOT + "undeliverable-addresses")
                        .getJsonArray("items")
                        .getValuesAs(JsonObject.class))
                .extracting(each -> each.getString("address"))
                .contains(ada)
                .doesNotContain("someone.else@" + word + "x.example");
        assertThat(anna.done(Call.get(ROOT + "undeliverable-addresses").query("address", ada.toUpperCase(Locale.ROOT)))
                        .json()
                        .getJsonArray("items"))
                .as("shown where the address stands")
                .hasSize(1);
        assertThat(anna.done(Call.get(ROOT + "undeliverable-addresses").query("address", "x" + ada))
                        .json()
                        .getJsonArray("items"))
                .isEmpty();

        anna.done(Call.of("DELETE", ROOT + "undeliverable-addresses/" + ada));
        assertThat(start().getJsonArray("recipients").getJsonObject(0)).doesNotContainKey("undeliverable");
    }

    @Test
    void aMailFromTheAddressTakesTheMarkAway() throws Exception {
        anna.done(send(mail("Hello", "Are you there?")));
        deliver(bounce(theMail().getMessageID(), ada));
        RunningProduct.eventually(
                "the bounce", () -> line(anna).getString("delivery").equals("BOUNCED"));

        deliver("From: Ada <" + ada + ">", "Subject: Here I am", "", "Yes");

        RunningProduct.eventually("the mail", () -> timeline(anna, "mail").size() == 2);
        assertThat(start().getJsonArray("recipients").getJsonObject(0)).doesNotContainKey("undeliverable");
    }

    @Test
    void aQuoteTellsOfEachMailWhatBecameOfIt() {
        String other = "other@" + word + "x.example";
        String quote = sentQuote();
        RunningProduct.eventually(
                "the mail server has it",
                () -> sending(quote, ada).getString("delivery").equals("SENT"));
        anna.done(Call.post(
                ROOT + "quotes/" + quote + "/send-again",
                object().add("to", other).build()));
        RunningProduct.eventually(
                "the second mail",
                () -> sending(quote, other).getString("delivery").equals("SENT"));
        JsonObject before = sending(quote, ada);

        deliver(bounce(keyOf(quote, ada), ada));
        product.asNobody().done(Call.get(linkIn(other)));

        RunningProduct.eventually(
                "the bounce", () -> sending(quote, ada).getString("delivery").equals("RETURNED"));
        assertThat(before.getString("handedOverAt")).isNotEmpty();
        assertThat(before.isNull("problem")).isTrue();
        assertThat(sending(quote, ada).getString("problem")).contains("user unknown");
        assertThat(sending(quote, ada).isNull("viewedAt")).isTrue();
        assertThat(sending(quote, other).getString("delivery")).isEqualTo("SENT");
        assertThat(sending(quote, other).getString("viewedAt"))
                .isEqualTo(anna.read(ROOT + "quotes/" + quote).getString("viewedAt"));
        assertThat(anna.done(Call.get(ROOT + "undeliverable-addresses").query("address", ada))
                        .json()
                        .getJsonArray("items"))
                .hasSize(1);
    }

    /** Servers that are away for hours are no matter of a test: what stands in the outbox then is put there. */
    @Test
    void aQuoteTellsWhyNoServerTookAMail() {
        String quote = sentQuote();
        RunningProduct.eventually(
                "the mail server has it",
                () -> sending(quote, ada).getString("delivery").equals("SENT"));
        Console console = Console.of("acme");
        String waiting = waiting(console, quote);
        try {
            assertThat(sending(quote, ada).getString("delivery")).isEqualTo("WAITING");
            assertThat(sending(quote, ada).getString("problem")).isEqualTo("Not taken: no route");
            console.execute("update platform.outbox set failed_at = now() where record_id = ?::uuid", waiting);
            assertThat(sending(quote, ada).getString("delivery")).isEqualTo("FAILED");
            assertThat(sending(quote, ada).getString("problem")).isEqualTo("Not taken: no route");
            assertThat(sending(quote, ada).isNull("handedOverAt")).isTrue();
        } finally {
            console.execute("delete from platform.outbox where record_id = ?::uuid", waiting);
        }
    }

    /** Lets the mail with the quote stand in the outbox again, to be tried some day; id of its letter. */
    private static String waiting(Console console, String quote) {
        String letter = letter(console, quote);
        console.execute("update core.letter set handed_over_at = null where id = ?::uuid", letter);
        console.execute(
                "insert into platform.outbox (tenant_id, kind, consumer, record_id, payload, attempts, next_attempt_at,"
                        + " last_error) values (current_setting('pipewright.tenant')::uuid, 'mail', '', ?::uuid, '{}', 3,"
                        + " now() + interval '1 day', 'java.lang.IllegalStateException: Not taken: no route')",
                letter);
        return letter;
    }

    private static String letter(Console console, String quote) {
        return console.query("select letter_id from sales.quote_sending where quote_id = ?::uuid", quote)
                .get(0);
    }

    /** A quote that was mailed to Ada. */
    private String sentQuote() {
        String account = made("accounts", object().add("name", word));
        String deal = made("opportunities", object().add("name", word).add("account", account));
        anna.done(Call.post(ROOT + "opportunities/" + deal + "/quote", JsonObject.EMPTY_JSON_OBJECT));
        String quote = found("quotes", "opportunity==" + deal).get(0).getString("id");
        JsonObject line = object().add("description", "Advice")
                .add("quantity", 1)
                .add("unitPrice", 1)
                .build();
        anna.done(Call.put(
                        ROOT + "quotes/" + quote + "/quote-lines",
                        object().add("items", Json.createArrayBuilder().add(line))
                                .build())
                .header("If-Match", "*"));
        anna.done(Call.post(
                ROOT + "quotes/" + quote + "/send", object().add("to", ada).build()));
        return quote;
    }

    private JsonObject sending(String quote, String to) {
        return anna
                .read(ROOT + "quotes/" + quote + "/quote-sendings")
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(each -> each.getString("recipient").equals(to))
                .findFirst()
                .orElseThrow();
    }

    /** Message-ID of the mail with the quote. */
    private static String keyOf(String quote, String to) {
        return Console.of("acme")
                .query(
                        "select l.message_key from sales.quote_sending s join core.letter l on l.id = s.letter_id"
                                + " where s.quote_id = ?::uuid and s.recipient = ?",
                        quote,
                        to)
                .get(0);
    }

    private String linkIn(String to) {
        RunningProduct.eventually("the mail", () -> !product.mailsTo(to).isEmpty());
        String text = product.mailsTo(to).getJsonObject(0).getString("text");
        return "/api" + text.substring(text.indexOf("/links/")).strip();
    }

    /** Servers that are away for hours are no matter of a test: what is noted after the last attempt is put there. */
    @Test
    void aMailThatNoServerTookIsSentAgainAsItWasWritten() throws Exception {
        String boss = "boss@" + word + "x.example";
        JsonObject sent = anna.done(send(mail("Our offer", "As promised")
                        .add("cc", Json.createArrayBuilder().add(boss))))
                .json();
        RunningProduct.eventually("both", () -> server.getReceivedMessages().length == 2);
        RunningProduct.eventually(
                "the note", () -> line(anna).getString("delivery").equals("SENT"));
        String again = ROOT + "messages/" + sent.getString("id") + "/send-again";
        assertThat(anna.send(Call.post(again, JsonObject.EMPTY_JSON_OBJECT)).status())
                .as("it has arrived")
                .isEqualTo(409);
        Console.of("acme")
                .execute(
                        "update core.message set delivery = 'FAILED', problem = 'No route' where id = ?::uuid",
                        sent.getString("id"));

        anna.done(Call.post(again, JsonObject.EMPTY_JSON_OBJECT));

        RunningProduct.eventually("both again", () -> server.getReceivedMessages().length == 4);
        RunningProduct.eventually(
                "the new note", () -> line(anna).getString("delivery").equals("SENT"));
        assertThat(line(anna).getString("problem", "")).isEmpty();
        MimeMessage mail = server.getReceivedMessages()[3];
        assertThat(mail.getSubject()).isEqualTo("Our offer");
        assertThat(GreenMailUtil.getAddressList(mail.getRecipients(MimeMessage.RecipientType.TO)))
                .isEqualTo(ada);
        assertThat(GreenMailUtil.getAddressList(mail.getRecipients(MimeMessage.RecipientType.CC)))
                .isEqualTo(boss);
        assertThat(timeline(anna, "mail")).hasSize(1);
        assertThat(found("activities", "subject==\"Our offer\";message==" + sent.getString("id")))
                .hasSize(1);
    }

    @Test
    void onlyWhatCanDoNoHarmIsSentOfMarkup() throws Exception {
        anna.done(
                send(
                        object().add("to", Json.createArrayBuilder().add(ada))
                                .add("subject", "Markup")
                                .add("mailbox", mailbox)
                                .add(
                                        "html",
                                        "<p>Some <b>bold</b> words</p><script>alert(1)</script><img src=\"https://t.example/p\" width=\"1\">")));

        assertThat(GreenMailUtil.getWholeMessage(theMail()))
                .contains("<b>bold</b>", "Some bold words")
                .doesNotContain("alert", "t.example");
    }

    @Test
    void aTemplateIsFilledAndSaysWhatStayedEmpty() {
        String template = made(
                "text-templates",
                object().add("name", "Greeting " + word)
                        .add("subject", "For {{company}}")
                        .add(
                                "text",
                                "Dear {{lastName}}, {{owner.name}} of {{organisation.name}} {{website}}{{nonsense}}"));

        JsonObject start = anna.done(Call.get(ROOT + "leads/" + lead + "/mails").query("template", template))
                .json();

        assertThat(start.getString("subject")).isEqualTo("For " + word);
        assertThat(start.getString("text")).startsWith("Dear Byron, Anna");
        assertThat(start.getJsonArray("warnings").getValuesAs(JsonObject.class))
                .extracting(warning -> warning.getString("place") + " " + warning.getString("reason"))
                .contains("nonsense UNKNOWN");
    }

    @Test
    void refusesWhatCannotBeSentAndKeepsNothing() {
        Answer refused =
                anna.send(send(object().add("to", Json.createArrayBuilder().add("nowhere"))
                        .add("subject", "Nothing")
                        .add("text", " ")));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.fields()).contains("to", "text");
        assertThat(anna.send(send(mail("File", "Text")
                                .add(
                                        "files",
                                        Json.createArrayBuilder()
                                                .add(UUID.randomUUID().toString()))))
                        .fields())
                .contains("files");
        assertThat(timeline(anna, "mail")).isEmpty();
        assertThat(product.as(DemoMember.OTTO_ONLY)
                        .send(send(mail("No", "Right")))
                        .status())
                .isEqualTo(403);
    }

    private JsonObjectBuilder mail(String subject, String text) {
        return object().add("to", Json.createArrayBuilder().add(ada))
                .add("subject", subject)
                .add("text", text)
                .add("mailbox", mailbox);
    }

    private Call send(JsonObjectBuilder mail) {
        return Call.post(ROOT + "leads/" + lead + "/mails", mail.build());
    }

    private JsonObject start() {
        return anna.read(ROOT + "leads/" + lead + "/mails");
    }

    private JsonObject line(Client who) {
        return line(who, "OUTBOUND");
    }

    private JsonObject line(Client who, String direction) {
        return timeline(who, "mail").getValuesAs(JsonObject.class).stream()
                .map(entry -> entry.getJsonObject("content"))
                .filter(line -> line.getString("direction").equals(direction))
                .findFirst()
                .orElseThrow();
    }

    private JsonArray timeline(Client who, String only) {
        return who.read(ROOT + "leads/" + lead + "/timeline?only=" + only).getJsonArray("items");
    }

    /** The first mail to Ada at the server. */
    private MimeMessage theMail() {
        RunningProduct.eventually("the mail", () -> server.getReceivedMessages().length > 0);
        return server.getReceivedMessages()[0];
    }

    private static String answered(MimeMessage mail) {
        try {
            return String.join(
                    "", mail.getHeader("In-Reply-To") == null ? new String[0] : mail.getHeader("In-Reply-To"));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String[] bounce(String key, String recipient) {
        return List.of(
                        "From: Mail Delivery System <MAILER-DAEMON@mx.example>",
                        "Subject: Undelivered Mail Returned to Sender",
                        "MIME-Version: 1.0",
                        "Content-Type: multipart/report; report-type=delivery-status; boundary=\"b5\"",
                        "",
                        "--b5",
                        "Content-Type: text/plain",
                        "",
                        "I am sorry.",
                        "--b5",
                        "Content-Type: message/delivery-status",
                        "",
                        "Reporting-MTA: dns; mx.example",
                        "",
                        "Final-Recipient: rfc822; " + recipient,
                        "Action: failed",
                        "Status: 5.1.1",
                        "Diagnostic-Code: smtp; 550 user unknown",
                        "--b5",
                        "Content-Type: text/rfc822-headers",
                        "",
                        "Subject: Hello",
                        "Message-ID: " + key,
                        "--b5--",
                        "")
                .toArray(String[]::new);
    }

    private void deliver(String... lines) {
        String head = "To: " + address + "\r\nMessage-ID: <" + (lines[0].contains("DAEMON") ? "bounce" : "answer") + "-"
                + (lines[0].contains("DAEMON") ? UUID.randomUUID() : word) + "@test>\r\n";
        try {
            account.deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream((head + String.join("\r\n", lines)).getBytes(StandardCharsets.UTF_8))));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<JsonObject> found(String path, String filter) {
        return anna.done(Call.get(ROOT + path).query("filter", filter))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private String made(String path, JsonObjectBuilder members) {
        return anna.done(Call.post(ROOT + path, members.build())).json().getString("id");
    }

    private static JsonObjectBuilder object() {
        return Json.createObjectBuilder();
    }
}
