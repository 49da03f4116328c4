package org.pipewright.deploy.selling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.selling.Desk.ROOT;
import static org.pipewright.deploy.selling.Desk.items;
import static org.pipewright.deploy.selling.Desk.money;
import static org.pipewright.deploy.selling.Desk.object;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.RunningProduct;

@DisplayName("A quote")
class QuotesIT {

    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Europe/Berlin"));
    private static final String LIMIT = "sales.quote-discount-limit";

    private final Desk desk = new Desk();
    private final Client customer = RunningProduct.get().asNobody();
    private final ExecutorService together = Executors.newFixedThreadPool(20);
    private String deal;

    @AfterEach
    void end() {
        together.shutdown();
    }

    @BeforeEach
    void begin() {
        deal = desk.deal("Custom sale", desk.account("Quoted"), "name", "Machines");
        desk.done(desk.save(
                deal,
                "opportunity-lines",
                object("description", "Machine", "quantity", 10, "unitPrice", money("9.99"), "discount", 5),
                object("description", "Set-up", "quantity", 1, "unitPrice", money("100.00"))));
    }

    @Test
    @DisplayName("is made of a deal with its customer and lines, and adds up with tax (S-QUO-01, S-QUO-04, S-QUO-12)")
    void isMadeOfADeal() {
        JsonObject quote = change(quote(), object("discountAmount", 10));

        assertThat(quote.getString("status")).isEqualTo("DRAFT");
        assertThat(quote.getBoolean("leading")).isTrue();
        assertThat(quote.getJsonObject("account").getString("title")).endsWith("Quoted");
        assertThat(amount(quote, "linesTotal")).isEqualTo("194.91");
        assertThat(amount(quote, "net")).isEqualTo("184.91");
        assertThat(amount(quote, "tax")).isEqualTo("35.13");
        assertThat(amount(quote, "payable")).isEqualTo("220.04");
        assertThat(quote.getJsonArray("taxes").getJsonObject(0).getString("category"))
                .isEqualTo("S");
        assertThat(quote().getBoolean("leading")).isFalse();
    }

    @Test
    @DisplayName("is not made of a deal that is closed (S-QUO-04, S-CLOSE-04)")
    void isNotMadeOfAClosedDeal() {
        desk.done(desk.perform(deal, "win", Desk.victory()));
        String afterwards = quote().getString("id");
        desk.done(desk.perform(deal, "close", JsonValue.EMPTY_JSON_OBJECT));

        Answer refused = desk.perform(deal, "quote", JsonValue.EMPTY_JSON_OBJECT);

        assertThat(afterwards).isNotEmpty();
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("opportunity-closed");
    }

    @Test
    @DisplayName("takes the texts that are standard in its contact's language, and is shown in it (S-QUO-14)")
    void speaksTheLanguageOfItsContact() {
        List<String> blocks = List.of(
                block("TERMS", "DE", "Lieferung frei Haus."),
                block("VALIDITY", "DE", "Gültig bis {until}."),
                block("TERMS", "EN", "Delivered free."));
        String account = desk.account("German");
        String contact =
                desk.made("contacts", object("lastName", desk.word + " Schmidt", "account", account, "language", "DE"));
        deal = desk.deal("Custom sale", account, "contact", contact);
        String quote = quote().getString("id");
        save(quote, object("description", "Maschine", "quantity", 1, "unitPrice", 1));
        JsonObject page = customer.done(Call.get(send(quote))).json();
        JsonObject english = desk.rita
                .done(Call.post(
                        ROOT + "quotes", object("name", desk.word, "account", account, "validUntil", "2026-12-31")))
                .json();
        blocks.forEach(id -> desk.anna.done(Call.of("DELETE", ROOT + "text-blocks/" + id)));

        assertThat(read(quote).getString("conditions")).isEqualTo("Lieferung frei Haus.\n\nGültig bis {until}.");
        assertThat(page.getString("language")).isEqualTo("de");
        assertThat(page.getString("heading")).startsWith("Angebot ");
        assertThat(page.getString("terms")).contains("Gültig bis ").doesNotContain("{until}");
        assertThat(english.getString("conditions")).startsWith("Delivered free.");
    }

    private String block(String kind, String language, String text) {
        JsonObject block = object(
                "name",
                desk.word + kind + language,
                "kind",
                kind,
                "language",
                language,
                "standard",
                true,
                "position",
                0,
                "text",
                text);
        return desk.anna.done(Call.post(ROOT + "text-blocks", block)).json().getString("id");
    }

    @Test
    @DisplayName("takes its number when it is sent, and is not changed any more (S-QUO-03, S-QUO-05, S-QUO-06)")
    void isSent() {
        String quote = quote().getString("id");
        String link = send(quote);

        JsonObject sent = read(quote);
        Answer changed = patch(quote, object("name", "Other"));
        Answer lines = save(quote, object("description", "More", "quantity", 1, "unitPrice", 1));

        assertThat(sent.getString("number")).matches("Q-" + TODAY.getYear() + "-\\d{3,}");
        assertThat(sent.getString("status")).isEqualTo("SENT");
        assertThat(changed.problem()).isEqualTo("quote-locked");
        assertThat(lines.problem()).isEqualTo("quote-locked");
        assertThat(sent.get("viewedAt")).isEqualTo(JsonValue.NULL);
        JsonObject page = customer.done(Call.get(link)).json();
        assertThat(page.getString("heading")).endsWith(sent.getString("number"));
        assertThat(page.getJsonArray("lines")).hasSize(2);
        String viewed = read(quote).getString("viewedAt");
        assertThat(viewed).isNotEmpty();
        customer.done(Call.get(link));
        assertThat(read(quote).getString("viewedAt")).isEqualTo(viewed);
    }

    @Test
    @DisplayName(
            "proposes whoever decides in its deal, and goes to a party that is chosen besides (S-QUO-06, S-PARTY-03)")
    void goesToThePartiesOfItsDeal() {
        String account = desk.account("Customer");
        String other = desk.account("Consultant");
        String decides = desk.id("contact-roles", "Decision maker");
        String about = desk.deal("Custom sale", account);
        desk.done(desk.save(
                about,
                "parties",
                object("partner", account, "role", desk.id("party-roles", "Customer")),
                personOf(other, "Competitor", "rival", "contactRole", decides),
                personOf(other, "Reseller", "reseller"),
                personOf(other, "Consultant", "decider", "contactRole", decides)));
        String quote = desk.quote(about);
        desk.done(save(quote, object("description", "Advice", "quantity", 1, "unitPrice", 1)));

        String proposed = desk.rita.read(ROOT + "quotes/" + quote + "/send").getString("to");
        Answer toRival = desk.rita.send(Call.post(
                ROOT + "quotes/" + quote + "/send", object("to", proposed, "alsoTo", party(about, "Competitor"))));
        desk.done(desk.rita.send(Call.post(
                ROOT + "quotes/" + quote + "/send", object("to", proposed, "alsoTo", party(about, "Reseller")))));

        assertThat(proposed).startsWith("decider");
        assertThat(toRival.fields()).containsExactly("alsoTo");
        JsonObject sent = read(quote);
        assertThat(sent.getString("sentTo")).startsWith(proposed + ", reseller");
        for (String to : sent.getString("sentTo").split(", ")) {
            RunningProduct.eventually(
                    "one mail with a link",
                    () -> RunningProduct.get().mailsTo(to).size() == 1);
        }
    }

    /** Who has a part in a deal is offered to mails about it, but nobody of a competitor (S-PARTY-07). */
    @Test
    void offersItsPartiesToMailsAboutTheDeal() {
        String customer = desk.account("Customer");
        String about = desk.deal("Custom sale", customer);
        desk.done(desk.save(
                about,
                "parties",
                object("partner", customer, "role", desk.id("party-roles", "Customer")),
                personOf(desk.account("Shop"), "Reseller", "reseller"),
                personOf(desk.account("Rival"), "Competitor", "rival")));

        JsonArray offered =
                desk.anna.read(ROOT + "opportunities/" + about + "/mails").getJsonArray("recipients");

        assertThat(offered.getValuesAs(JsonObject.class))
                .extracting(recipient -> recipient.getString("address"))
                .anyMatch(address -> address.startsWith("reseller"))
                .noneMatch(address -> address.startsWith("rival"));
    }

    /** A party in that role with a person of its own who can be mailed. */
    private JsonObject personOf(String account, String role, String name, Object... more) {
        JsonObject address = object("kind", "WORK", "value", name + System.nanoTime() + "@parties.example");
        JsonObject person = object(
                "lastName",
                name,
                "account",
                account,
                "emails",
                Json.createArrayBuilder().add(address).build());
        JsonObject party = object(
                "partner", account, "role", desk.id("party-roles", role), "contact", desk.made("contacts", person));
        return Json.createObjectBuilder(party)
                .addAll(Json.createObjectBuilder(object(more)))
                .build();
    }

    private String party(String of, String role) {
        return desk.parts(of, "parties").stream()
                .filter(party -> party.getString("name").equals(role))
                .map(party -> party.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    @DisplayName(
            "goes out as PDF, which stays as it was and is what the customer accepts (S-QUO-06, S-QUO-08, S-PDF-03)")
    void goesOutAsPdf() throws NoSuchAlgorithmException {
        String quote = quote().getString("id");
        String link = send(quote);
        String name = read(quote).getString("number") + ".pdf";
        JsonObject page = customer.done(Call.get(link)).json();
        byte[] pdf = customer.download(Call.get(link + "/files/" + name));
        desk.anna.done(Call.put(ROOT + "paper-templates/sales.quote", object("template", "<p>{{title}}</p>")));

        byte[] later = customer.download(Call.get(link + "/files/" + name));
        byte[] shown = customer.download(Call.get(link.substring("/api".length()) + "?file=" + name));
        desk.anna.done(Call.of("DELETE", ROOT + "paper-templates/sales.quote"));
        customer.done(answer("accept", link, "name", "Cora Customer", "consent", "true"));

        String digest =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(pdf));
        assertThat(page.getJsonArray("files").getString(0)).isEqualTo(name);
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
        assertThat(later).isEqualTo(pdf);
        assertThat(shown).isEqualTo(pdf);
        assertThat(RunningProduct.get()
                        .mailsTo(address(quote))
                        .getJsonObject(0)
                        .getJsonArray("attachments")
                        .getString(0))
                .isEqualTo(name);
        assertThat(read(quote).getString("paperDigest")).isEqualTo(digest);
        assertThat(items(desk.rita.read(ROOT + "quotes/" + quote + "/quote-decisions"))
                        .get(0)
                        .getString("digest"))
                .isEqualTo(digest);
        assertThat(customer.send(Call.get(link + "/files/other.pdf")).status()).isEqualTo(404);
    }

    @Test
    @DisplayName("is accepted once by the customer, and what was agreed to is kept (S-QUO-07, S-QUO-08)")
    void isAccepted() {
        String quote = quote().getString("id");
        String link = send(quote);

        Answer nameless = answer(link, "accept", object("consent", "true"));
        JsonObject page = customer.done(answer("accept", link, "name", "Cora Customer", "consent", "true"))
                .json();
        Answer again = customer.send(answer("accept", link, "name", "Cora Customer", "consent", "true"));

        assertThat(nameless.status()).isEqualTo(400);
        assertThat(nameless.fields()).containsExactly("name");
        assertThat(page.getString("notice")).contains("Cora Customer");
        assertThat(page.getJsonArray("asks")).isEmpty();
        assertThat(again.status()).isEqualTo(409);
        assertThat(read(quote).getString("status")).isEqualTo("ACCEPTED");
        List<JsonObject> decisions = items(desk.rita.read(ROOT + "quotes/" + quote + "/quote-decisions"));
        assertThat(decisions).hasSize(1);
        assertThat(decisions.get(0).getString("digest")).hasSize(64);
        assertThat(decisions.get(0).getString("address")).isNotEmpty();
        assertThat(customer.send(Call.get(link.substring(0, link.length() - 1) + "x"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    @DisplayName("is replaced by its next version, whose sending makes the old link tell so (S-QUO-05)")
    void isRevised() {
        String first = quote().getString("id");
        String link = send(first);
        customer.done(answer("changes", link, "name", "Cora Customer", "words", "Cheaper, please"));
        perform(first, "revise", JsonValue.EMPTY_JSON_OBJECT);
        JsonObject second = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "revises==" + first))
                        .json())
                .get(0);
        assertThat(customer.send(Call.get(link)).status()).isEqualTo(200);

        send(second.getString("id"));

        assertThat(second.getString("number")).isEqualTo(read(first).getString("number") + "-2");
        assertThat(read(first).getString("changesAsked")).isEqualTo("Cheaper, please");
        assertThat(read(first).getString("status")).isEqualTo("SUPERSEDED");
        Answer old = customer.send(Call.get(link));
        assertThat(old.status()).isEqualTo(410);
        assertThat(old.problem()).isEqualTo("quote-replaced");
        assertThat(items(desk.rita.read(ROOT + "quotes/" + second.getString("id") + "/quote-lines")))
                .hasSize(2);
    }

    @Test
    @DisplayName("over the limit of discounts needs approval (S-QUO-11)")
    void needsApproval() {
        String quote = quote().getString("id");
        desk.done(patch(quote, object("discountPercent", 16)));
        limit(15);
        try {
            Answer refused = desk.rita.send(letter(quote, "cora@customer.example"));
            perform(quote, "submit", JsonValue.EMPTY_JSON_OBJECT);
            desk.anna.done(Call.post(ROOT + "quotes/" + quote + "/approve", JsonValue.EMPTY_JSON_OBJECT));
            send(quote);

            assertThat(refused.problem()).isEqualTo("approval-needed");
        } finally {
            limit(100);
        }
    }

    @Test
    @DisplayName("is not sent after its last day, nor without lines (S-QUO-10, S-QUO-06)")
    void isNotSentTooLate() {
        String quote = quote().getString("id");
        desk.done(patch(
                quote,
                object(
                        "quotedOn",
                        TODAY.minusDays(5).toString(),
                        "validUntil",
                        TODAY.minusDays(1).toString())));

        Answer late = desk.rita.send(letter(quote, "cora@customer.example"));
        desk.done(patch(quote, object("validUntil", TODAY.toString())));
        send(quote);

        assertThat(late.problem()).isEqualTo("quote-over");
    }

    @Test
    @DisplayName("is over at midnight without anybody doing anything, expires, and is extended for a reason (S-QUO-10)")
    void expiresAndIsExtended() {
        String quote = quote().getString("id");
        String link = send(quote);
        endYesterday(quote, TODAY.minusDays(1));

        Answer late = answer(link, "accept", object("name", "Cora Customer", "consent", "true"));
        Answer page = customer.send(Call.get(link.substring("/api".length())));
        String before = read(quote).getString("status");
        Chores.due("chores-of-modules");
        RunningProduct.eventually(
                "the quote expires", () -> read(quote).getString("status").equals("EXPIRED"));
        Answer expired = customer.send(Call.get(link));
        perform(quote, "extend", object("validUntil", TODAY.toString(), "reason", "The budget came late"));
        customer.done(answer("accept", link, "name", "Cora Customer", "consent", "true"));

        assertThat(late.status()).isEqualTo(410);
        assertThat(late.problem()).isEqualTo("quote-over");
        assertThat(page.status()).isEqualTo(410);
        assertThat(page.body()).contains("This quote has expired.");
        assertThat(before).isEqualTo("SENT");
        assertThat(expired.problem()).isEqualTo("quote-over");
        assertThat(read(quote).getString("status")).isEqualTo("ACCEPTED");
        assertThat(desk.rita.read(ROOT + "quotes/" + quote + "/history").toString())
                .contains("The budget came late");
    }

    @Test
    @DisplayName("expires whatever hinders another one (S-QUO-10)")
    void expiresByItself() {
        String broken = quote().getString("id");
        String sound = quote().getString("id");
        send(broken);
        send(sound);
        endYesterday(broken, TODAY);
        endYesterday(sound, TODAY.minusDays(1));

        Chores.due("chores-of-modules");
        RunningProduct.eventually(
                "the sound one expires", () -> read(sound).getString("status").equals("EXPIRED"));

        assertThat(read(broken).getString("status")).isEqualTo("SENT");
    }

    /** Quoted on a day after its last one, a quote breaks a rule of its own. */
    private static void endYesterday(String quote, LocalDate quotedOn) {
        Console.of("acme")
                .execute(
                        "update sales.quote set quoted_on = ?, valid_until = ? where id = ?::uuid",
                        quotedOn,
                        TODAY.minusDays(1),
                        quote);
    }

    @Test
    @DisplayName("is behind links nobody guesses, which show what was sent and can be taken back (S-QUO-07)")
    void isBehindLinks() {
        String quote = quote().getString("id");
        String link = send(quote);
        String guessed = link.substring(0, link.lastIndexOf('/') + 1);
        Set<Integer> guesses = IntStream.range(0, 1000)
                .mapToObj(each -> customer.send(Call.get(guessed + UUID.randomUUID())))
                .map(Answer::status)
                .collect(Collectors.toSet());
        JsonObject sent = customer.done(Call.get(link)).json();
        perform(quote, "revise", JsonValue.EMPTY_JSON_OBJECT);
        String next = items(desk.rita
                        .done(Call.get(ROOT + "quotes").query("filter", "revises==" + quote))
                        .json())
                .get(0)
                .getString("id");
        desk.done(save(next, object("description", "Something else", "quantity", 1, "unitPrice", 1)));
        JsonObject later = customer.done(Call.get(link)).json();

        perform(quote, "revoke-links", JsonValue.EMPTY_JSON_OBJECT);
        perform(quote, "send-again", object("to", "again" + address(quote)));

        assertThat(guesses).containsOnly(404);
        assertThat(later).isEqualTo(sent);
        assertThat(customer.send(Call.get(link)).status()).isEqualTo(404);
        assertThat(customer.send(Call.get(link.substring("/api".length()))).body())
                .contains("This link does not lead anywhere.");
        assertThat(customer.done(Call.get(Desk.linkTo("again" + address(quote))))
                        .json())
                .isEqualTo(sent);
    }

    @Test
    @DisplayName("takes its number also when many are sent at once: nobody waits for a connection (S-NUM-02)")
    void isSentTogetherWithManyOthers() {
        List<String> quotes =
                IntStream.range(0, 20).mapToObj(each -> quote().getString("id")).toList();

        List<CompletableFuture<Answer>> sent = quotes.stream()
                .map(quote -> CompletableFuture.supplyAsync(
                        () -> desk.rita.send(letter(quote, "many@customer.example")), together))
                .toList();

        assertThat(sent).allSatisfy(answer -> assertThat(answer.join().status()).isEqualTo(200));
        assertThat(quotes.stream().map(quote -> read(quote).getString("number")))
                .doesNotHaveDuplicates();
    }

    private JsonObject quote() {
        return read(desk.quote(deal));
    }

    private JsonObject read(String quote) {
        return desk.rita.read(ROOT + "quotes/" + quote);
    }

    private JsonObject change(JsonObject quote, JsonObject changes) {
        desk.done(patch(quote.getString("id"), changes));
        return read(quote.getString("id"));
    }

    private Answer patch(String quote, JsonObject changes) {
        return desk.rita.send(
                Call.of("PATCH", ROOT + "quotes/" + quote).with(changes).header("If-Match", "*"));
    }

    private Answer save(String quote, JsonObject... lines) {
        JsonArrayBuilder items = Json.createArrayBuilder();
        List.of(lines).forEach(items::add);
        return desk.rita.send(Call.put(
                        ROOT + "quotes/" + quote + "/quote-lines",
                        Json.createObjectBuilder().add("items", items).build())
                .header("If-Match", "*"));
    }

    private void perform(String quote, String verb, JsonObject input) {
        desk.rita.done(Call.post(ROOT + "quotes/" + quote + "/" + verb, input));
    }

    private static Call letter(String quote, String to) {
        return Call.post(ROOT + "quotes/" + quote + "/send", object("to", to, "message", "Here it is"));
    }

    private String address(String quote) {
        return desk.mailbox(quote);
    }

    private String send(String quote) {
        return desk.linked(quote);
    }

    private static Call answer(String ask, String link, Object... answers) {
        return Call.post(link + "/" + ask, object("answers", object(answers)));
    }

    private Answer answer(String link, String ask, JsonObject answers) {
        return customer.send(Call.post(link + "/" + ask, object("answers", answers)));
    }

    private void limit(int percent) {
        desk.anna.done(Call.put(ROOT + "settings/" + LIMIT, object("value", percent)));
    }

    private static String amount(JsonObject record, String field) {
        return record.getJsonObject(field).getString("amount");
    }
}
