package org.pipewright.deploy.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The realm {@code pipewright}: created from its description at the first start. Later starts leave it as people have
 * set it up and only correct what depends on ports and secrets, and add languages that the product has learned.
 */
final class Realm {

    private static final String NAME = "pipewright";
    private static final String LOCALES = "supportedLocales";

    private final KeycloakAdmin admin;
    private final RealmSettings settings;
    private final SortedSet<String> languages;

    Realm(KeycloakAdmin admin, RealmSettings settings, SortedSet<String> languages) {
        this.admin = admin;
        this.settings = settings;
        this.languages = languages;
    }

    void provide(boolean demo) {
        JsonObject realm = description("pipewright-realm.json").asJsonObject();
        JsonObject additions = demo ? withPeople(description("demo.json").asJsonObject()) : JsonValue.EMPTY_JSON_OBJECT;
        if (admin.has(NAME)) {
            correct(realm);
            add(additions);
        } else {
            create(realm, additions);
        }
    }

    /**
     * Realm and demo come in one transaction: the application, which starts at the same time, makes accounts for its
     * demo as soon as it finds the realm, and Keycloak refuses an import that meets accounts made beside it.
     */
    private void create(JsonObject realm, JsonObject additions) {
        JsonObjectBuilder whole = Json.createObjectBuilder(realm).add(LOCALES, spoken(realm));
        for (String list : List.of("clients", "users")) {
            JsonArrayBuilder entries = Json.createArrayBuilder(array(realm, list));
            array(additions, list).forEach(entries::add);
            whole.add(list, entries);
        }
        admin.post("", whole.build().toString());
        new LoginFlow(admin, NAME).provide(description("log-in.json").asJsonArray());
    }

    private void add(JsonObject additions) {
        if (!additions.isEmpty()) {
            admin.post(
                    NAME + "/partialImport",
                    Json.createObjectBuilder(additions)
                            .add("ifResourceExists", "SKIP")
                            .build()
                            .toString());
        }
    }

    /** Those it has, and all that the product speaks: the log-in page offers them. */
    private JsonArrayBuilder spoken(JsonObject realm) {
        SortedSet<String> all = new TreeSet<>(languages);
        array(realm, LOCALES).getValuesAs(JsonString.class).forEach(tag -> all.add(tag.getString()));
        return Json.createArrayBuilder(all);
    }

    private static JsonArray array(JsonObject object, String name) {
        return object.containsKey(name) ? object.getJsonArray(name) : JsonValue.EMPTY_JSON_ARRAY;
    }

    private void correct(JsonObject description) {
        admin.put(
                NAME,
                Json.createObjectBuilder()
                        .add("realm", NAME)
                        .add("smtpServer", description.get("smtpServer"))
                        .add(LOCALES, spoken(admin.get(NAME).asJsonObject()))
                        .build());
        description.getJsonArray("clients").stream().map(JsonObject.class::cast).forEach(this::correctClient);
    }

    private void correctClient(JsonObject described) {
        String query = NAME + "/clients?clientId=" + described.getString("clientId");
        for (var found : admin.get(query).asJsonArray()) {
            JsonObjectBuilder corrected = Json.createObjectBuilder(found.asJsonObject());
            described.forEach((name, value) -> {
                if (!name.equals("protocolMappers")) {
                    corrected.add(name, value);
                }
            });
            admin.put(NAME + "/clients/" + found.asJsonObject().getString("id"), corrected.build());
        }
    }

    private static JsonObject withPeople(JsonObject demo) {
        JsonArrayBuilder people = Json.createArrayBuilder();
        for (DemoPerson person : DemoPerson.ALL) {
            people.add(Json.createObjectBuilder()
                    .add("username", person.email())
                    .add("email", person.email())
                    .add("emailVerified", true)
                    .add("enabled", true)
                    .add("firstName", person.firstName())
                    .add("lastName", person.lastName())
                    .add("credentials", Json.createArrayBuilder().add(password())));
        }
        return Json.createObjectBuilder(demo).add("users", people).build();
    }

    private static JsonObjectBuilder password() {
        return Json.createObjectBuilder()
                .add("type", "password")
                .add("value", DemoPerson.PASSWORD)
                .add("temporary", false);
    }

    private JsonStructure description(String resource) {
        try (InputStream stream = Realm.class.getResourceAsStream(resource)) {
            String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            try (JsonReader reader = Json.createReader(new StringReader(settings.filledInto(text)))) {
                return reader.read();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
