package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.cluster.Patience.A_MINUTE;
import static org.pipewright.deploy.cluster.Patience.SOON;
import static org.pipewright.deploy.cluster.Patience.within;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.outside.OutsideModule;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Two nodes beside each other. One start serves all of it, because starting servers is what costs time here. */
class ClusterIT {

    private static final String ACME = "/api/tenants/acme/";
    private static final int INVITED = 10;
    private static final int STONES = 5;
    private static final int WORDS = 10;
    private static final int REMINDED = 6;

    @TempDir
    Path work;

    private final RunningProduct lender = RunningProduct.get();
    private Cluster cluster;
    private Client annaOnA;
    private Client annaOnB;

    @BeforeEach
    void start() {
        cluster = Cluster.started(work);
        annaOnA = lender.on(cluster.a(), DemoMember.ANNA_ADMIN.email());
        annaOnB = lender.on(cluster.b(), DemoMember.ANNA_ADMIN.email());
        within(A_MINUTE, "the demo is there on both", () -> isDemoThere(cluster.a()) && isDemoThere(cluster.b()));
    }

    private boolean isDemoThere(URI node) {
        return lender.on(node, DemoMember.GINA_ADMIN.email())
                .send(Call.get("/api/tenants/globex/manifest"))
                .isSuccess();
    }

    @AfterEach
    void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void twoNodesAreOneProduct() {
        eachMigrationRanOnce();
        eachTenantOfTheDemoIsThereOnce();
        aSwitchHoldsOnTheOtherNode();
        aChangeOfRolesHoldsOnTheOtherNode();
        aSessionHoldsOnTheOtherNode();
        eachMailGoesOutOnce();
        String word = eachReminderComesOnce();
        aJobSurvivesItsNode();
        aModuleThatArrivesSetsItselfUpOnce();
        noReminderIsLostOrComesAgainAfterARestart(word);
        aLanguageThatArrivesIsSpoken();
        eventsOfARecordKeepTheirOrder();
        anInvoiceThatIsIssuedIsToldOnce();
        aConsumerThatFailsHarmsNobodyAndCanBeRepeated();
        readinessFollowsTheDatabase();
    }

    private void eachMigrationRanOnce() {
        for (String schema : List.of("platform", "sales", "billing", "territories")) {
            assertThat(cluster.database()
                            .console()
                            .query("select version, count(*) from " + schema
                                    + ".flyway_history where version is not null"
                                    + " group by version having count(*) <> 1 or not bool_and(success)"))
                    .as(schema)
                    .isEmpty();
            assertThat(cluster.database().console().query("select 1 from " + schema + ".flyway_history"))
                    .isNotEmpty();
        }
    }

    private void eachTenantOfTheDemoIsThereOnce() {
        assertThat(cluster.database().console().query("select slug from platform.tenant order by slug"))
                .containsExactly("acme", "globex");
        assertThat(cluster.database().console().query("select count(*) from core.role where key = 'tenant-admin'"))
                .containsExactly("2");
    }

    private void aSwitchHoldsOnTheOtherNode() {
        assertThat(annaOnB.send(Call.get(ACME + "leads")).status()).isEqualTo(200);

        annaOnA.done(Call.put(ACME + "features/sales.leads", enabled(false)));
        within(
                SOON,
                "leads are off on the other node",
                () -> annaOnB.send(Call.get(ACME + "leads")).problem().equals("feature-disabled"));

        annaOnA.done(Call.put(ACME + "features/sales.leads", enabled(true)));
        within(
                SOON,
                "leads are on again",
                () -> annaOnB.send(Call.get(ACME + "leads")).isSuccess());
    }

    private static JsonObject enabled(boolean on) {
        return Json.createObjectBuilder().add("enabled", on).build();
    }

    private void aChangeOfRolesHoldsOnTheOtherNode() {
        Client ritaOnB = lender.on(cluster.b(), DemoMember.RITA_REP.email());
        String rita = idOf("people?filter=email==" + DemoMember.RITA_REP.email());
        assertThat(ritaOnB.send(account("Before")).status()).isEqualTo(201);

        annaOnA.done(Call.put(ACME + "people/" + rita + "/roles", roles("read-only")));
        within(
                SOON,
                "the rep may only read on the other node",
                () -> ritaOnB.send(account("After")).status() == 403);
    }

    private static Call account(String name) {
        return Call.post(
                ACME + "accounts", Json.createObjectBuilder().add("name", name).build());
    }

    private String idOf(String list) {
        return annaOnA.read(ACME + list).getJsonArray("items").getJsonObject(0).getString("id");
    }

    private JsonObject roles(String key) {
        return Json.createObjectBuilder()
                .add("roles", Json.createArrayBuilder().add(roleId(key)))
                .build();
    }

    private String roleId(String key) {
        return annaOnA.read(ACME + "roles").getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(role -> role.getString("key", "").equals(key))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private void aSessionHoldsOnTheOtherNode() {
        String email = DemoMember.MAX_MANAGER.email();
        BrowserSession max = BrowserSession.loggedIn(cluster.a(), lender.url(), email, DemoPerson.PASSWORD);

        HttpResponse<String> there = max.ask(cluster.b().resolve(ACME + "manifest"));

        assertThat(there.statusCode()).isEqualTo(200);
        assertThat(there.body()).contains("Max Manager");
    }

    private void eachMailGoesOutOnce() {
        String domain = "@" + System.currentTimeMillis() + ".example";
        String role = roleId("read-only");
        IntStream.range(0, INVITED).forEach(n -> (n % 2 == 0 ? annaOnA : annaOnB).done(invitation(n + domain, role)));

        within(
                A_MINUTE,
                "all are mailed",
                () -> cluster.database()
                        .console()
                        .query("select 1 from platform.outbox where kind = 'mail'")
                        .isEmpty());
        assertThat(IntStream.range(0, INVITED).mapToObj(n -> lender.mailsTo(n + domain)))
                .allSatisfy(mails -> assertThat(mails).hasSize(1));
    }

    private static Call invitation(String email, String role) {
        return Call.post(
                ACME + "invitations",
                Json.createObjectBuilder()
                        .add("email", email)
                        .add("name", "Ina Invited")
                        .add("roles", Json.createArrayBuilder().add(role))
                        .build());
    }

    /** Some are due now, one is put off until the nodes are started anew (S-ACT-09). Returns the word all are called by. */
    private String eachReminderComesOnce() {
        String word = "Ring" + System.currentTimeMillis();
        Instant soon = Instant.now().plusSeconds(2);
        IntStream.range(0, REMINDED)
                .forEach(n -> (n % 2 == 0 ? annaOnA : annaOnB).done(reminder(word + " " + n, soon)));
        annaOnA.done(reminder(word + " later", soon.plus(Duration.ofDays(1))));

        within(A_MINUTE, "all are reminded of", () -> remindersOf(word).size() == REMINDED);
        within(A_MINUTE, "all are mailed", () -> remindersMailed(word) >= REMINDED);
        assertThat(remindersOf(word)).allSatisfy(row -> assertThat(row).endsWith("|1"));
        return word;
    }

    private void noReminderIsLostOrComesAgainAfterARestart(String word) {
        within(A_MINUTE, "the later one", () -> remindersOf(word).size() == REMINDED + 1);
        within(A_MINUTE, "its mail", () -> remindersMailed(word) > REMINDED);

        assertThat(remindersOf(word)).allSatisfy(row -> assertThat(row).endsWith("|1"));
        assertThat(remindersMailed(word)).isEqualTo(REMINDED + 1);
    }

    private static Call reminder(String subject, Instant at) {
        return Call.post(
                ACME + "activities",
                Json.createObjectBuilder()
                        .add("subject", subject)
                        .add("remindAt", at.toString())
                        .build());
    }

    /** Each activity of that word with how often the bell rang for it. */
    private List<String> remindersOf(String word) {
        return cluster.database()
                .console()
                .query("select a.subject, count(*) from core.notice n join core.activity a on a.id = n.record_id"
                        + " where n.kind = 'reminder' and a.subject like '" + word + " %' group by a.id, a.subject");
    }

    private long remindersMailed(String word) {
        return lender.mailsTo(DemoMember.ANNA_ADMIN.email()).getValuesAs(JsonObject.class).stream()
                .filter(mail -> mail.getString("subject").contains(word))
                .count();
    }

    /** The node that has the job is killed; the other goes on with it, and no row comes in twice. */
    private void aJobSurvivesItsNode() {
        LongImport imported = new LongImport(annaOnA, cluster.database().console());

        long worker = imported.worker();
        boolean onA = cluster.isA(worker);
        ProcessHandle.of(worker).orElseThrow().destroyForcibly();

        imported.isUnfinished();
        imported.endsWithEachRowOnce(onA ? annaOnB : annaOnA);
    }

    private void aModuleThatArrivesSetsItselfUpOnce() {
        assertThat(cluster.database()
                        .console()
                        .query("select distinct module from platform.module_set_up order by module"))
                .containsExactly("billing", "core", "sales");

        cluster.database().console().execute("update platform.reminder set at = now()");
        cluster.restartedWith(OutsideModule.probe(work).jar("probe.jar"));

        within(
                A_MINUTE,
                "the module has set itself up in both tenants",
                () -> cluster.database()
                                .console()
                                .query("select 1 from platform.module_set_up where module = 'probe'")
                                .size()
                        == 2);
        assertThat(cluster.database()
                        .console()
                        .query("select count(*), count(distinct tenant_id) from probe.note where name = 'Welcome'"))
                .containsExactly("2|2");
    }

    /** The module brings a file of the core's texts in another language; what it lacks is said in English (S-I18N-01). */
    private void aLanguageThatArrivesIsSpoken() {
        JsonObject texts = annaOnA.read("/api/texts/eo");
        assertThat(texts.getString("core.save")).isEqualTo("Konservi");
        assertThat(texts.getString("core.cancel")).isEqualTo("Cancel");
        assertThat(annaOnA.done(Call.get("/signup")).body()).contains("data-languages=\"en de eo\"");

        assertThat(annaOnA.send(speaks("xx")).fields()).containsExactly("language");
        assertThat(annaOnA.done(speaks("eo")).json().getJsonObject("person").getString("language"))
                .isEqualTo("eo");
    }

    private static Call speaks(String language) {
        return Call.of("PATCH", "/api/session")
                .with(Json.createObjectBuilder().add("language", language).build());
    }

    private void eventsOfARecordKeepTheirOrder() {
        String note = noted("path");
        IntStream.range(0, WORDS).forEach(n -> (n % 2 == 0 ? annaOnA : annaOnB).done(told(note, "word " + n)));

        within(A_MINUTE, "all words are heard", () -> heard("word %").size() >= WORDS);
        assertThat(heard("word %"))
                .containsExactlyElementsOf(IntStream.range(0, WORDS)
                        .mapToObj(n -> "heard word " + n)
                        .toList());
    }

    private String noted(String name) {
        JsonObject note = Json.createObjectBuilder().add("name", name).build();
        return annaOnA.done(Call.post(ACME + "notes", note)).json().getString("id");
    }

    private static Call told(String note, String word) {
        return Call.post(
                ACME + "notes/" + note + "/tell",
                Json.createObjectBuilder().add("word", word).build());
    }

    /** What the consumer noted, in the order in which it did. */
    private List<String> heard(String words) {
        return cluster.database()
                .console()
                .query("select name from probe.note where name like 'heard " + words + "' order by id");
    }

    /** One that was refused is not told; what is issued is, to modules that billing does not know (S-INV-04). */
    private void anInvoiceThatIsIssuedIsToldOnce() {
        String account = IssuedInvoice.made(
                annaOnA, "accounts", Json.createObjectBuilder().add("name", "Hearing Ltd"));
        String empty = IssuedInvoice.made(
                annaOnA, "invoices", Json.createObjectBuilder().add("account", account));
        assertThat(annaOnA.send(Call.post(ACME + "invoices/" + empty + "/issue", JsonValue.EMPTY_JSON_OBJECT))
                        .isSuccess())
                .isFalse();
        IssuedInvoice invoice = IssuedInvoice.to(annaOnB, "Listening Ltd", 3);

        within(A_MINUTE, "it is heard of", () -> !heard(invoice.number() + "%").isEmpty());
        assertThat(heard("%-%-%")).containsExactly("heard " + invoice.number() + " of 30.00 EUR about " + invoice.id());
    }

    /** Several at once: both nodes try them, and each failure counts once. */
    private void aConsumerThatFailsHarmsNobodyAndCanBeRepeated() {
        List<String> notes =
                IntStream.range(0, STONES).mapToObj(n -> noted("way " + n)).toList();

        notes.forEach(
                note -> assertThat(annaOnA.send(told(note, "stone")).status()).isEqualTo(200));
        annaOnA.done(told(notes.get(0), "step"));

        within(A_MINUTE, "the deliveries are parked", () -> failed().size() == STONES);
        assertThat(failed().getValuesAs(JsonObject.class)).allSatisfy(parked -> {
            assertThat(parked.getString("consumer")).isEqualTo("probe.note-on-told");
            assertThat(parked.getString("error")).contains("stumbled over a stone");
            assertThat(parked.getInt("attempts")).isEqualTo(3);
        });
        assertThat(heard("stone")).isEmpty();
        within(A_MINUTE, "what comes after it goes on", () -> heard("step").size() == 1);

        noted("bridge");
        failed().getValuesAs(JsonObject.class)
                .forEach(
                        parked -> annaOnB.done(Call.of("POST", ACME + "outbox/failed/" + parked.get("id") + "/retry")));

        within(A_MINUTE, "the deliveries succeed", () -> heard("stone").size() == STONES);
        assertThat(failed()).isEmpty();
    }

    private JsonArray failed() {
        return annaOnB.read(ACME + "outbox/failed").getJsonArray("items");
    }

    private void readinessFollowsTheDatabase() {
        Client nobody = lender.on(cluster.a(), DemoMember.ANNA_ADMIN.email());
        assertThat(nobody.send(Call.get("/health/ready")).status()).isEqualTo(200);

        cluster.database().shut();
        within(
                A_MINUTE,
                "not ready without the database",
                () -> nobody.send(Call.get("/health/ready")).status() == 503);
        assertThat(nobody.send(Call.get("/health/live")).status()).isEqualTo(200);

        cluster.database().open();
        within(
                A_MINUTE,
                "ready again",
                () -> nobody.send(Call.get("/health/ready")).status() == 200);
    }
}
