package org.pipewright.deploy.outside;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pipewright.deploy.launcher.Options;
import org.pipewright.deploy.launcher.Product;
import org.pipewright.deploy.product.InstallationSettings;
import org.pipewright.deploy.product.OwnDistribution;
import org.pipewright.deploy.product.RunningProduct;

/** Item 7: built only from what is published, dropped into a running product, used, taken out without loss. */
class OutsideModuleIT {

    @TempDir
    Path work;

    private OwnDistribution distribution;
    private Product product;
    private Caller anna;
    private String assigned;
    private String meanwhile;

    @BeforeEach
    void start() {
        distribution = new OwnDistribution(work);
        Path data = work.resolve("data");
        InstallationSettings.write(InstallationSettings.shortLived(), data);
        product = Product.start(Options.forTest(distribution.folder(), data));
        anna = new Caller(product, "anna.admin@acme.example");
        Caller otto = new Caller(product, "otto.only@acme.example");
        RunningProduct.eventually(
                "the demo is there", () -> otto.get("manifest").status() == 200);
        product.fillDemo();
    }

    @AfterEach
    void stop() {
        product.close();
    }

    @Test
    void comesGoesAndComesBackWithItsData() throws IOException {
        OutsideModule module = new OutsideModule(work);
        Path dropped = product.droppedModules().resolve("events.jar");
        assertThat(anna.get("events").status()).isEqualTo(404);

        Files.copy(module.jar("events.jar"), dropped);
        Files.writeString(product.droppedTexts().resolve("core.eo.json"), "{\"core.save\": \"Konservi\"}");
        product.restartApplication();
        speaksALanguageWhoseTextsWereAdded();
        isInMenuListFormAndWidgets();
        isListedWithAllItBrings();
        keepsRecordsAndRights();
        isDividedUpByModulesThatDoNotKnowIt();
        doesItsVerbOnce();
        importsRows();
        widgetsAddUpOverTerritories();
        goesOffAndOnWithItsFeature();
        List<String> before = titles();
        List<JsonObject> divided = divided();

        distribution.hold("sales", "billing");
        Files.delete(dropped);
        Path future = product.droppedModules().resolve("events-of-the-future.jar");
        Files.copy(module.jarForCore("99.0.0", "100.0.0", "future.jar"), future);
        product.restartApplication();
        isGoneFromMenuAndPaths();
        isRefusedByNameWhileTheRestRuns();
        territoriesAreGoneAndRecordsAreWrittenWithoutThem();

        Files.delete(future);
        distribution.hold("sales", "billing", "territories");
        Files.copy(work.resolve("events.jar"), dropped);
        product.restartApplication();
        assertThat(titles()).isEqualTo(before);
        assertThat(divided()).isEqualTo(divided);
        whatWasWrittenMeanwhileIsDividedUp();
        theDemoIsAsItWasMade();
    }

    /** Made by its people, once, with what they may not do left out. */
    private void theDemoIsAsItWasMade() {
        product.fillDemo();
        Caller rita = new Caller(product, "rita.rep@acme.example");
        assertThat(total(anna, "accounts")).isEqualTo(9);
        assertThat(total(anna, "opportunities")).isEqualTo(15);
        assertThat(total(anna, "opportunities?filter=outcome==WON")).isEqualTo(3);
        assertThat(total(rita, "opportunities?filter=owner==me")).isPositive().isLessThan(15);
        assertThat(total(rita, "activities?filter=owner==me;open==true")).isPositive();
    }

    private static int total(Caller caller, String path) {
        String query = (path.contains("?") ? "&" : "?") + "limit=1&count=true";
        return caller.get(path + query).json().getInt("total");
    }

    /** A language is a file: what it lacks is said in English, and people, records and settings can choose it (S-I18N-01). */
    private void speaksALanguageWhoseTextsWereAdded() {
        JsonObject texts = anna.get("/api/texts/eo").json();
        assertThat(texts.getString("core.save")).isEqualTo("Konservi");
        assertThat(texts.getString("core.cancel")).isEqualTo("Cancel");
        assertThat(texts.getString("core.language.EO")).isEqualTo("Esperanto");

        JsonObject language = field(type(anna.get("manifest").json(), "core.contact"), "language");
        assertThat(names(language, "choices", "value")).containsExactly("EN", "DE", "EO");
        assertThat(names(language, "choices", "label")).contains("core.language.EO");
        Caller.Answer unknown = anna.post("contacts", "{\"lastName\": \"Zamenhof\", \"language\": \"XX\"}");
        assertThat(unknown.status()).isEqualTo(400);
        assertThat(names(unknown.json(), "errors", "field")).containsExactly("language");
        String account = anna.get("accounts?limit=1")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String ofAccount = "\"account\": \"" + account + "\"";
        String zamenhof = anna.post("contacts", "{\"lastName\": \"Zamenhof\", \"language\": \"EO\", " + ofAccount + "}")
                .json()
                .getString("id");
        String quote = "{\"name\": \"Stars\", \"contact\": \"" + zamenhof + "\", " + ofAccount + "}";
        assertThat(anna.post("quotes", quote).json().getString("language")).isEqualTo("EO");
        assertThat(anna.put("settings/sales.quote-language", "{\"value\": \"eo\"}")
                        .status())
                .isEqualTo(200);
        anna.put("settings/sales.quote-language", "{\"value\": null}");
    }

    private static JsonObject field(JsonObject type, String name) {
        return type.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .filter(field -> field.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void isInMenuListFormAndWidgets() {
        JsonObject manifest = anna.get("manifest").json();

        assertThat(names(manifest, "menu", "path")).contains("events", "opportunities");
        assertThat(names(manifest, "widgets", "tag")).contains("events-next");
        assertThat(names(type(manifest), "fields", "name"))
                .contains("name", "place", "startsOn", "budget", "account", "cancelled");
        assertThat(type(manifest).getJsonObject("actions").getBoolean("import")).isTrue();
        assertThat(anna.get("/ui/modules/events/next.js").text()).contains("events-next");
        assertThat(anna.get("/api/texts/de").json().getString("events.event.many"))
                .isEqualTo("Messen");
    }

    /** S-PLAT-02: what it registers is listed with its version and the cores it can run on. */
    private void isListedWithAllItBrings() {
        JsonObject events = anna.get("modules").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(module -> module.getString("id").equals("events"))
                .findFirst()
                .orElseThrow();
        JsonObject contributions = events.getJsonObject("contributions");

        assertThat(events.getString("status")).isEqualTo("ACTIVE");
        assertThat(events.getString("core")).startsWith("[").endsWith(")");
        assertThat(contributions.getJsonArray("recordTypes").toString()).isEqualTo("[\"events.event\"]");
        assertThat(contributions.getJsonArray("importers").toString()).isEqualTo("[\"events.event\"]");
        assertThat(contributions.getJsonArray("actions").toString()).isEqualTo("[\"events.event.cancel\"]");
        assertThat(contributions.getJsonArray("menu").toString()).isEqualTo("[\"events\"]");
        assertThat(contributions.getJsonArray("widgets")).hasSize(1);
    }

    private static JsonObject type(JsonObject manifest) {
        return type(manifest, "events.event");
    }

    private static JsonObject type(JsonObject manifest, String name) {
        return manifest.getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> type.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void keepsRecordsAndRights() {
        Caller otto = new Caller(product, "otto.only@acme.example");

        assertThat(anna.post("events", "{\"place\": \"Hannover\"}").text()).contains("name", "startsOn");
        assertThat(anna.post(
                                "events",
                                "{\"name\": \"CeBIT\", \"place\": \"Hannover\", \"startsOn\": \"2026-03-14\","
                                        + " \"budget\": {\"amount\": \"5000.00\", \"currency\": \"EUR\"}}")
                        .status())
                .isEqualTo(201);
        assertThat(anna.get("events?filter=place==Hannover").json().getJsonArray("items"))
                .hasSize(1);
        assertThat(otto.get("events").status()).isEqualTo(403);
        assertThat(names(otto.get("manifest").json(), "menu", "path")).doesNotContain("events");
    }

    /** A territory takes in what its module has never heard of (S-TERR-20). */
    private void isDividedUpByModulesThatDoNotKnowIt() {
        anna.put("features/territories.territories", "{\"enabled\": true}");
        String fair = anna.get("events?filter=place==Hannover")
                .json()
                .getJsonArray("items")
                .getJsonObject(0)
                .getString("id");
        String territory =
                anna.post("territories", "{\"name\": \"Lower Saxony\"}").json().getString("id");
        assertThat(anna.post(
                                "territory-rules",
                                "{\"territory\": \"" + territory + "\", \"recordType\": \"events.event\","
                                        + " \"criteria\": \"place==Hannover\"}")
                        .status())
                .isEqualTo(201);

        anna.post(
                "territory-rules",
                "{\"territory\": \"" + territory + "\", \"recordType\": \"sales.lead\","
                        + " \"criteria\": \"company==Fairs\"}");
        anna.post("territory-plans", "{\"name\": \"Next year\"}");
        assigned = "events.event/" + fair;

        anna.post("territories/" + territory + "/activate", "{}");

        RunningProduct.eventually(
                "the fair is in its territory",
                () -> anna.get("territory-assignments/events.event/" + fair)
                        .text()
                        .contains("Lower Saxony"));
    }

    /** Every widget of a module about records that can be in one: all territories and none make what it tells of all (S-DASH-04). */
    private void widgetsAddUpOverTerritories() {
        RunningProduct.eventually(
                "both fairs in Hannover are in the territory",
                () -> total(anna, "events?filter=territory=isnull=false") == 2);
        JsonObject manifest = anna.get("manifest").json();
        List<String> paths = manifest.getJsonArray("recordTypes").getValuesAs(JsonObject.class).stream()
                .filter(type -> names(manifest, "widgets", "subject").contains(type.getString("name")))
                .filter(type -> names(type, "fields", "name").contains("territory"))
                .map(type -> type.getString("path"))
                .toList();

        assertThat(paths).contains("events");
        assertThat(paths).allSatisfy(path -> {
            int within = anna.get("territories").json().getJsonArray("items").getValuesAs(JsonObject.class).stream()
                    .mapToInt(territory -> total(anna, path + "?filter=territory==" + territory.getString("id")))
                    .sum();
            int without = total(anna, path + "?filter=territory=isnull=true");
            assertThat(within).isPositive();
            assertThat(without).isPositive();
            assertThat(within + without).isEqualTo(total(anna, path));
        });
    }

    /** Territories with their rules and plans, and where records are, why and since when. */
    private List<JsonObject> divided() {
        return Stream.of("territories", "territory-rules", "territory-plans", "territory-assignments/" + assigned)
                .map(path -> anna.get(path).json())
                .toList();
    }

    private void territoriesAreGoneAndRecordsAreWrittenWithoutThem() {
        JsonObject manifest = anna.get("manifest").json();

        assertThat(names(manifest, "menu", "path")).doesNotContain("territories");
        assertThat(names(manifest, "recordTypes", "name")).doesNotContain("territories.territory");
        assertThat(anna.get("territories").status()).isEqualTo(404);
        meanwhile = anna.post("leads", "{\"lastName\": \"Meanwhile\", \"company\": \"Fairs\"}")
                .json()
                .getString("id");
    }

    private void whatWasWrittenMeanwhileIsDividedUp() {
        anna.post("territory-runs", "{}");
        RunningProduct.eventually(
                "what was written meanwhile is in its territory",
                () -> anna.get("territory-assignments/sales.lead/" + meanwhile)
                        .text()
                        .contains("Lower Saxony"));
    }

    private void doesItsVerbOnce() {
        String id =
                anna.get("events").json().getJsonArray("items").getJsonObject(0).getString("id");

        assertThat(anna.post("events/" + id + "/cancel", "{}").text()).contains("\"reason\"");
        Caller.Answer done = anna.post("events/" + id + "/cancel", "{\"reason\": \"No visitors\"}");
        assertThat(done.status()).isEqualTo(200);
        assertThat(done.json().getBoolean("cancelled")).isTrue();
        assertThat(anna.post("events/" + id + "/cancel", "{\"reason\": \"Again\"}")
                        .status())
                .isEqualTo(409);
        assertThat(anna.get("events/" + id + "/history").text()).contains("cancel", "No visitors");
    }

    private void importsRows() {
        String csv = "name,place,startsOn\nHannover Messe,Hannover,2026-04-20\nIFA,Berlin,2026-09-04\n";
        JsonObject uploaded =
                anna.postCsv("imports?recordType=events.event", csv).json();
        String id = uploaded.getString("id");

        anna.put("imports/" + id + "/mapping", uploaded.getJsonObject("mapping").toString());
        anna.post("imports/" + id + "/validate", "");
        awaitState(id, "VALIDATED");
        anna.post("imports/" + id + "/run", "");
        awaitState(id, "DONE");
        assertThat(titles()).containsExactly("CeBIT", "Hannover Messe", "IFA");
    }

    private void awaitState(String id, String state) {
        Instant deadline = Instant.now().plusSeconds(60);
        while (!anna.get("imports/" + id).json().getString("state").equals(state)) {
            assertThat(Instant.now()).as("import reaches " + state).isBefore(deadline);
        }
    }

    private void goesOffAndOnWithItsFeature() {
        anna.put("features/events.fairs", "{\"enabled\": false}");
        assertThat(anna.get("events").status()).isEqualTo(403);
        assertThat(anna.get("events").text()).contains("feature-disabled");
        assertThat(names(anna.get("manifest").json(), "widgets", "tag")).doesNotContain("events-next");

        anna.put("features/events.fairs", "{\"enabled\": null}");
        assertThat(anna.get("events").status()).isEqualTo(200);
    }

    private void isGoneFromMenuAndPaths() {
        JsonObject manifest = anna.get("manifest").json();

        assertThat(names(manifest, "menu", "path")).doesNotContain("events").contains("opportunities");
        assertThat(names(manifest, "recordTypes", "name")).doesNotContain("events.event");
        assertThat(anna.get("events").status()).isEqualTo(404);
        assertThat(anna.get("/ui/modules/events/next.js").status()).isEqualTo(404);
    }

    private void isRefusedByNameWhileTheRestRuns() {
        assertThat(product.refused()).singleElement().satisfies(refused -> {
            assertThat(refused.id()).isEqualTo("events");
            assertThat(refused.reason()).contains("99.0.0");
        });
        assertThat(anna.get("modules").text()).contains("events", "99.0.0").doesNotContain("events.event");
        assertThat(anna.get("leads").status()).isEqualTo(200);
    }

    private List<String> titles() {
        return names(anna.get("events?sort=name").json(), "items", "name");
    }

    private static List<String> names(JsonObject holder, String list, String name) {
        Stream<JsonObject> entries = holder.getJsonArray(list).getValuesAs(JsonObject.class).stream();
        return entries.map(entry -> entry.getString(name)).toList();
    }
}
