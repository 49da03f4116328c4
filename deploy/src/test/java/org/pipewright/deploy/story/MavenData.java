package org.pipewright.deploy.story;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** The pipeline of a computer seller, brought into an organisation over REST. */
public final class MavenData {

    public static final String ACCOUNTS = "accounts.csv";
    public static final String PRODUCTS = "products.csv";
    public static final String PEOPLE = "sales_teams.csv";
    public static final String PIPELINE = "sales_pipeline.csv";

    private static final Map<String, String> STAGES =
            Map.of("Won", "Closed Won", "Lost", "Closed Lost", "Engaging", "Needs Analysis", "Prospecting", "Open");

    private final SignedUp organisation;

    public MavenData(SignedUp organisation) {
        this.organisation = organisation;
    }

    /** Brings in what the pipeline refers to. */
    void bringReferencesIn() {
        bringAccountsIn();
        run(products());
        run(people());
    }

    /** Brings the accounts in. */
    public void bringAccountsIn() {
        run(accounts());
    }

    String accounts() {
        return rehearsed("core.account", ACCOUNTS, UnaryOperator.identity());
    }

    String products() {
        return rehearsed("core.product", PRODUCTS, UnaryOperator.identity());
    }

    /** The agents, with their regions as teams and their managers. */
    String people() {
        return rehearsed(
                "core.member",
                PEOPLE,
                mapping -> withField(
                        withField(mapping, "team", "createMissing", JsonValue.TRUE),
                        "manager",
                        "createMissing",
                        JsonValue.TRUE));
    }

    /** The deals as they are, still to be checked. */
    String pipeline() {
        return uploaded(
                "sales.opportunity",
                PIPELINE,
                mapping -> withField(
                        withField(mapping, "status", "values", meanings(STAGES)),
                        "product",
                        "values",
                        meanings(Map.of("GTXPro", "GTX Pro"))));
    }

    private static JsonObject meanings(Map<String, String> values) {
        return Json.createObjectBuilder(Map.<String, Object>copyOf(values)).build();
    }

    private static JsonObject withField(JsonObject mapping, String field, String name, JsonValue value) {
        JsonArrayBuilder fields = Json.createArrayBuilder();
        mapping.getJsonArray("fields").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("field").equals(field)
                        ? Json.createObjectBuilder(each).add(name, value).build()
                        : each)
                .forEach(fields::add);
        return Json.createObjectBuilder(mapping).add("fields", fields).build();
    }

    private String rehearsed(String type, String file, UnaryOperator<JsonObject> mapping) {
        return worked(uploaded(type, file, mapping), "validate");
    }

    /** Uploads the file and changes the suggested mapping; returns the import's id. */
    private String uploaded(String type, String file, UnaryOperator<JsonObject> mapping) {
        Call upload = Call.of("POST", organisation.path("imports"))
                .query("recordType", type)
                .query("fileName", file)
                .with("text/csv", text(file));
        JsonObject uploaded = organisation.admin().done(upload).json();
        String id = uploaded.getString("id");
        organisation.admin().done(Call.put(path(id, "/mapping"), mapping.apply(uploaded.getJsonObject("mapping"))));
        return id;
    }

    /** Brings the rows in. */
    String run(String id) {
        return worked(id, "run");
    }

    String undo(String id) {
        return worked(id, "undo");
    }

    private String worked(String id, String step) {
        begin(id, step);
        await(id);
        return id;
    }

    void begin(String id, String step) {
        organisation.admin().done(Call.of("POST", path(id, "/" + step)));
    }

    void await(String id) {
        RunningProduct.eventually("work on an import", () -> isIdle(id));
    }

    boolean isIdle(String id) {
        JsonValue work = view(id).get("work");
        return work == null || work == JsonValue.NULL;
    }

    JsonObject view(String id) {
        return organisation.admin().read(path(id, ""));
    }

    int count(String id, String state) {
        return view(id).getJsonObject("counts").getInt(state);
    }

    JsonArray rows(String id, String state) {
        return organisation
                .admin()
                .read(path(id, "/rows?limit=200&state=" + state))
                .getJsonArray("items");
    }

    String errors(String id) {
        return organisation.admin().done(Call.get(path(id, "/errors.csv"))).body();
    }

    private String path(String id, String rest) {
        return organisation.path("imports/" + id + rest);
    }

    /** What is written in the file. */
    static String text(String file) {
        try (InputStream content = MavenData.class.getResourceAsStream("maven/" + file)) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as a person has it on the own disk. */
    public static Path file(String name) {
        try {
            Path file = Files.createTempDirectory("maven-data").resolve(name);
            file.toFile().deleteOnExit();
            return Files.writeString(file, text(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
