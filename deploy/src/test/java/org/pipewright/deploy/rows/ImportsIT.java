package org.pipewright.deploy.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.items;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;
import static org.pipewright.deploy.product.RunningProduct.eventually;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pipewright.deploy.access.Acme;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.TenantTables;

/** Imports as somebody does them who moves in with data of their own (S-IMP-01 to S-IMP-07). */
class ImportsIT {

    private static final String ANNA = DemoMember.ANNA_ADMIN.email();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static HttpResponse<String> sent(String recordType, byte[] file) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        Acme.product().url() + ROOT + "imports?recordType=" + recordType + "&fileName=people.csv"))
                .header("Authorization", "Bearer " + Acme.product().token(ANNA))
                .header("Content-Type", "text/csv")
                .header("Idempotency-Key", unique("key"))
                .POST(HttpRequest.BodyPublishers.ofByteArray(file))
                .build();
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String uploaded(String recordType, String file) {
        return uploaded(recordType, file.getBytes(StandardCharsets.UTF_8));
    }

    private static String uploaded(String recordType, byte[] file) {
        HttpResponse<String> answer = sent(recordType, file);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return jakarta.json.Json.createReader(new java.io.StringReader(answer.body()))
                .readObject()
                .getString("id");
    }

    private static JsonObject read(String imported) {
        return Acme.admin().read(ROOT + "imports/" + imported);
    }

    private static JsonObject field(String field, String column) {
        return json("field", field, "column", column);
    }

    private static void map(String imported, String mode, List<String> keys, JsonObject... fields) {
        Acme.admin().done(Call.put(ROOT + "imports/" + imported + "/mapping", mapping(mode, keys, fields)));
    }

    private static JsonObject mapping(String mode, List<String> keys, JsonObject... fields) {
        return json("mode", mode, "keys", keys, "fields", List.of(fields));
    }

    private static JsonObject step(String imported, String step) {
        Acme.admin().done(Call.of("POST", ROOT + "imports/" + imported + "/" + step));
        eventually(step + " ends", () -> !read(imported).containsKey("work"));
        return read(imported);
    }

    private static JsonObject run(String imported) {
        step(imported, "validate");
        return step(imported, "run");
    }

    private static int count(JsonObject imported, String what) {
        return imported.getJsonObject("counts").getInt(what, 0);
    }

    private static JsonObject lead(String lastName) {
        return items(Acme.admin()
                        .done(Call.get(ROOT + "leads").query("filter", "lastName==\"" + lastName + "\""))
                        .json())
                .get(0);
    }

    @ParameterizedTest(name = "{0}, {1}")
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "UTF-8,        ;",
                "UTF-8,        \",\"",
                "UTF-8-BOM,    ;",
                "windows-1252, ;",
                "windows-1252, \",\"",
                "UTF-8,        tab"
            })
    void findsOutHowAFileWasWritten(String encoding, String delimiter) {
        String name = unique("Müller-Lüdenscheidt Œuvre");
        String separator = delimiter.equals("tab") ? "\t" : delimiter;
        String text = String.join(separator, "Last name", "City") + "\n" + String.join(separator, name, "Köln") + "\n";
        byte[] file = encoding.endsWith("BOM")
                ? ("\ufeff" + text).getBytes(StandardCharsets.UTF_8)
                : text.getBytes(Charset.forName(encoding));

        String imported = uploaded("sales.lead", file);
        map(imported, "create", List.of(), field("lastName", "Last name"), field("industry", "City"));
        run(imported);

        assertThat(lead(name).getString("industry")).isEqualTo("Köln");
    }

    @Test
    void remembersHowAFileOfThatKindWasMapped() {
        String column = unique("Nom");
        String first = uploaded("sales.lead", column + "\nSomebody\n");
        map(first, "create", List.of(), field("lastName", column));

        JsonObject second = read(uploaded("sales.lead", column + "\nSomebody else\n"));

        assertThat(second.getBoolean("remembered")).isTrue();
        assertThat(second.getJsonObject("mapping").getJsonArray("fields").toString())
                .contains(column)
                .contains("lastName");
    }

    @Test
    void changesWhatItRecognisesAndMakesWhatItDoesNot() {
        String known = unique("Known");
        String email = known.replace(" ", "").toLowerCase() + "@import.example";
        made(DemoMember.ANNA_ADMIN, "leads", "lastName", known, "emails", Acme.address(email), "industry", "Bonn");
        String fresh = unique("Fresh");

        String imported = uploaded(
                "sales.lead",
                "E-mail,Name,City\n" + email + "," + known + ",Ulm\n" + fresh.replace(" ", "") + "@import.example,"
                        + fresh + ",Kiel\n");
        map(
                imported,
                "create-or-update",
                List.of("emails"),
                field("emails", "E-mail"),
                field("lastName", "Name"),
                field("industry", "City"));
        step(imported, "validate");

        List<JsonObject> updates = items(Acme.admin()
                .done(Call.get(ROOT + "imports/" + imported + "/rows").query("state", "update"))
                .json());
        assertThat(updates).hasSize(1);
        assertThat(updates.get(0).getJsonArray("changes").getValuesAs(JsonObject.class))
                .extracting(
                        change -> change.getString("field"),
                        change -> change.getString("old"),
                        change -> change.getString("new"))
                .containsExactly(tuple("industry", "Bonn", "Ulm"));
        assertThat(lead(known).getString("industry")).isEqualTo("Bonn");
        JsonObject done = run(imported);

        assertThat(count(done, "UPDATED")).isEqualTo(1);
        assertThat(count(done, "CREATED")).isEqualTo(1);
        assertThat(lead(known).getString("industry")).isEqualTo("Ulm");
        assertThat(lead(fresh).getString("industry")).isEqualTo("Kiel");
    }

    @Test
    void doesNotGuessWhichOfTwoIsMeant() {
        String email = unique("twin").replace(" ", "") + "@import.example";
        made(DemoMember.ANNA_ADMIN, "leads", "lastName", unique("Twin"), "emails", Acme.address(email));
        made(DemoMember.ANNA_ADMIN, "leads", "lastName", unique("Twin"), "emails", Acme.address(email));

        String imported = uploaded("sales.lead", "E-mail,City\n" + email + ",Ulm\n");
        map(imported, "update", List.of("emails"), field("emails", "E-mail"), field("industry", "City"));
        JsonObject rehearsed = step(imported, "validate");

        assertThat(count(rehearsed, "ERROR")).isEqualTo(1);
        assertThat(items(Acme.admin().read(ROOT + "imports/" + imported + "/rows"))
                        .get(0)
                        .getJsonArray("errors")
                        .toString())
                .contains("ambiguous");
    }

    @Test
    void writesNothingInTheRehearsal() {
        String imported = uploaded("sales.lead", "Name\n" + unique("Rehearsed") + "\n\"\"\n");
        map(imported, "create", List.of(), field("lastName", "Name"));
        Map<String, String> before = records();

        JsonObject rehearsed = step(imported, "validate");

        assertThat(records()).isEqualTo(before);
        assertThat(count(rehearsed, "VALID")).isEqualTo(1);
    }

    /** All tables but those of imports and jobs, which tell of the rehearsal itself. */
    private static Map<String, String> records() {
        String tenant =
                Acme.admin().read(ROOT + "manifest").getJsonObject("tenant").getString("id");
        Map<String, String> marks = new TenantTables(tenant).marks();
        marks.keySet().removeIf(table -> table.contains("import") || table.matches(".*\\.(job|outbox|idempotency)"));
        return marks;
    }

    @Test
    void givesBackTheRowsThatFailedSoThatTheyCanBeCorrected() {
        String good = unique("Good");
        String bad = unique("Bad");
        String imported = uploaded(
                "sales.lead", "Name,E-mail\n" + good + ",good@import.example\n" + bad + ",this is no address\n");
        map(imported, "create", List.of(), field("lastName", "Name"), field("emails", "E-mail"));
        JsonObject done = run(imported);
        assertThat(count(done, "CREATED")).isEqualTo(1);
        assertThat(done.getString("state")).isEqualTo("DONE_WITH_ERRORS");

        String failed = Acme.admin()
                .done(Call.get(ROOT + "imports/" + imported + "/errors.csv"))
                .body();
        assertThat(failed).contains(bad).doesNotContain(good);
        assertThat(failed.replace("\ufeff", "").lines())
                .satisfiesExactly(
                        header -> assertThat(header).isEqualTo("Name,E-mail,Reason"),
                        row -> assertThat(row)
                                .startsWith(bad + ",this is no address,")
                                .contains("emails: "));
        String again = uploaded("sales.lead", failed.replace("this is no address", "fixed@import.example"));
        map(again, "create", List.of(), field("lastName", "Name"), field("emails", "E-mail"));
        run(again);

        assertThat(lead(bad).getJsonArray("emails").getJsonObject(0).getString("value"))
                .isEqualTo("fixed@import.example");
    }

    @Test
    void writesAMailAtTheEnd() {
        String imported = uploaded("sales.lead", "Name\n" + unique("Mailed") + "\n");
        map(imported, "create", List.of(), field("lastName", "Name"));

        run(imported);

        eventually(
                "a mail with its address comes",
                () -> Acme.product().mailsTo(ANNA).toString().contains("/imports/" + imported));
    }

    private static String leads(String name, int count) {
        return "Name,City\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> name + " " + i + ",Ulm\n")
                        .collect(Collectors.joining());
    }

    @Test
    void tellsHowFarItIsAndStopsWhenItIsToldTo() {
        String imported = uploaded("sales.lead", leads(unique("Many") + " with a name that makes it long", 15_000));
        map(imported, "create", List.of(), field("lastName", "Name"), field("industry", "City"));
        step(imported, "validate");
        Acme.admin().done(Call.of("POST", ROOT + "imports/" + imported + "/run"));
        eventually("rows come in", () -> count(read(imported), "CREATED") > 0);
        int early = read(imported).getInt("done");
        eventually("more rows come in", () -> read(imported).getInt("done") > early);

        Instant told = Instant.now();
        Acme.admin().done(Call.of("POST", ROOT + "imports/" + imported + "/cancel"));
        eventually("it stops", () -> read(imported).getString("state").equals("CANCELLED"));

        assertThat(Duration.between(told, Instant.now())).isLessThan(Duration.ofSeconds(5));
        JsonObject stopped = read(imported);
        assertThat(count(stopped, "CREATED")).isPositive().isLessThan(15_000);
        step(imported, "undo");
    }

    /** What can be done with an import as it stands; whatever else is refused and moves nothing (state machine of imports). */
    @ParameterizedTest
    @CsvSource({
        "UPLOADED, mapping",
        "MAPPED, mapping validate",
        "VALIDATED, mapping validate run",
        "DONE, undo",
        "DONE_WITH_ERRORS, undo",
        "FAILED, undo",
        "CANCELLED, undo",
        "UNDONE, nothing"
    })
    void movesOnlyAsItMay(String state, String possible) {
        for (String step : List.of("mapping", "validate", "run", "cancel", "undo")) {
            String imported = uploaded("sales.lead", leads(unique("Moving"), 1));
            map(imported, "create", List.of(), field("lastName", "Name"));
            Acme.console().execute("update core.import set state = ? where id = ?::uuid", state, imported);
            String path = ROOT + "imports/" + imported + "/" + step;

            Answer answer = Acme.admin()
                    .send(
                            step.equals("mapping")
                                    ? Call.put(path, mapping("create", List.of(), field("lastName", "Name")))
                                    : Call.of("POST", path));

            if (List.of(possible.split(" ")).contains(step)) {
                assertThat(answer.isSuccess()).as(answer.toString()).isTrue();
                eventually(step + " ends", () -> !read(imported).containsKey("work"));
            } else {
                assertThat(answer.problem()).isEqualTo("not-offered");
                assertThat(read(imported).getString("state")).isEqualTo(state);
            }
        }
    }

    /** S-SET-16: what runs stops with its counts when its feature goes. */
    @Test
    void stopsWhenItsFeatureIsSwitchedOff() {
        String imported = uploaded("sales.lead", leads(unique("Lead"), 5_000));
        map(imported, "create", List.of(), field("lastName", "Name"));
        step(imported, "validate");
        Acme.admin().done(Call.of("POST", ROOT + "imports/" + imported + "/run"));
        eventually("rows come in", () -> count(read(imported), "CREATED") > 0);

        Acme.admin().done(Call.put(ROOT + "features/sales.leads", json("enabled", false)));
        try {
            eventually(
                    "the feature is off",
                    () -> Acme.admin().send(Call.get(ROOT + "leads")).status() == 403);
            eventually("it has stopped", () -> state(imported).equals("CANCELLED"));
        } finally {
            Acme.admin().done(Call.put(ROOT + "features/sales.leads", json("enabled", null)));
        }
        eventually(
                "it can be seen again", () -> read(imported).getString("state").equals("CANCELLED"));
        assertThat(count(read(imported), "CREATED")).isPositive().isLessThan(5_000);
        assertThat(read(imported).getString("reason")).isEqualTo("feature-disabled");
    }

    /** While the feature is off the import itself is not shown; the job that runs it is. */
    private static String state(String imported) {
        return items(Acme.admin().read(ROOT + "jobs")).stream()
                .filter(job -> job.getString("kind").equals("import"))
                .findFirst()
                .map(job -> job.getString("state").equals("RUNNING") ? "RUNNING" : "CANCELLED")
                .orElse("");
    }

    @Test
    void takesEverythingBackButWhatWasChangedSince() {
        String name = unique("Undone");
        String imported = uploaded("sales.lead", leads(name, 5_000));
        map(imported, "create", List.of(), field("lastName", "Name"), field("industry", "City"));
        run(imported);
        JsonObject edited = lead(name + " 4711");
        Acme.admin()
                .done(Call.of("PATCH", ROOT + "leads/" + id(edited))
                        .with(json("industry", "Bonn"))
                        .header("If-Match", "\"" + edited.getInt("version") + "\""));

        JsonObject undone = step(imported, "undo");

        assertThat(count(undone, "UNDONE")).isEqualTo(4_999);
        assertThat(count(undone, "KEPT")).isEqualTo(1);
        assertThat(items(Acme.admin()
                                .done(Call.get(ROOT + "imports/" + imported + "/rows")
                                        .query("state", "KEPT"))
                                .json())
                        .get(0)
                        .getString("title"))
                .contains("4711");
        assertThat(Acme.admin()
                        .done(Call.get(ROOT + "leads").query("q", name).query("count", "true"))
                        .json()
                        .getInt("total"))
                .isEqualTo(1);
    }

    /** What was there before gets its former values again, all but what somebody has changed since (S-IMP-07). */
    @Test
    void takesChangesBackToo() {
        String name = unique("Changed");
        String made = uploaded("sales.lead", numbered(name, 2_000, "Ulm"));
        map(
                made,
                "create",
                List.of(),
                field("lastName", "Name"),
                field("company", "No"),
                field("emails", "Mail"),
                field("industry", "City"));
        run(made);
        String changing = uploaded("sales.lead", numbered(name, 2_000, "Bonn"));
        map(changing, "update", List.of("emails"), field("emails", "Mail"), field("industry", "City"));
        JsonObject changed = run(changing);
        assertThat(count(changed, "UPDATED")).isEqualTo(2_000);
        JsonObject edited = leadOf(name + " No 1234");
        Acme.admin()
                .done(Call.of("PATCH", ROOT + "leads/" + id(edited))
                        .with(json("industry", "Cologne"))
                        .header("If-Match", "\"" + edited.getInt("version") + "\""));

        JsonObject undone = step(changing, "undo");

        assertThat(count(undone, "UNDONE")).isEqualTo(1_999);
        assertThat(items(Acme.admin()
                        .done(Call.get(ROOT + "imports/" + changing + "/rows").query("state", "KEPT"))
                        .json()))
                .singleElement()
                .satisfies(kept -> assertThat(kept.getString("title")).contains(name));
        assertThat(leadOf(name + " No 1234").getString("industry")).isEqualTo("Cologne");
        assertThat(Acme.admin()
                        .done(Call.get(ROOT + "leads")
                                .query("filter", "lastName==\"" + name + "\";industry==Ulm")
                                .query("count", "true"))
                        .json()
                        .getInt("total"))
                .isEqualTo(1_999);
    }

    private static String numbered(String name, int count, String city) {
        String mail = name.replace(" ", "").toLowerCase(Locale.ROOT);
        return "Name,No,Mail,City\n"
                + IntStream.range(0, count)
                        .mapToObj(i -> name + "," + name + " No " + i + "," + i + "." + mail + "@import.example," + city
                                + "\n")
                        .collect(Collectors.joining());
    }

    private static JsonObject leadOf(String company) {
        return items(Acme.admin()
                        .done(Call.get(ROOT + "leads").query("filter", "company==\"" + company + "\""))
                        .json())
                .get(0);
    }

    @Test
    void takesFilesOfMegabytesAndRefusesWhatIsBeyondTheLimit() {
        assertThat(sent(
                                "sales.lead",
                                leads(unique("Long") + "x".repeat(60), 40_000).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(201);
        assertThat(sent("sales.lead", ("Name\n" + "x".repeat(51_000_000)).getBytes(StandardCharsets.UTF_8))
                        .statusCode())
                .isEqualTo(413);
    }
}
