package org.pipewright.deploy.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * The realm {@code pipewright}: created from its description at the first start. Later starts leave it as people have
 * set it up and only correct what depends on ports and secrets.
 */
final class Realm {

    private static final String NAME = "pipewright";

    private final KeycloakAdmin admin;
    private final RealmSettings settings;

    Realm(KeycloakAdmin admin, RealmSettings settings) {
        this.admin = admin;
        this.settings = settings;
    }

    void provide(boolean demo) {
        JsonObject description = description("pipewright-realm.json").asJsonObject();
        if (admin.has(NAME)) {
            correct(description);
        } else {
            admin.post("", description.toString());
            new LoginFlow(admin, NAME).provide(description("log-in.json").asJsonArray());
        }
        if (demo) {
            admin.post(
                    NAME + "/partialImport",
                    withPeople(description("demo.json").asJsonObject()).toString());
        }
    }

    private void correct(JsonObject description) {
        admin.put(
                NAME,
                Json.createObjectBuilder()
                        .add("realm", NAME)
                        .add("smtpServer", description.get("smtpServer"))
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
