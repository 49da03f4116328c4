package org.pipewright.deploy.activities;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** Somebody of the demo tenant who plans and logs. Bodies are JSON with single quotes. */
final class Desk {

    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.nanoTime() / 1000 % 1_000_000_000));

    private final Client client;

    Desk(DemoMember member) {
        client = RunningProduct.get().as(member);
    }

    static String unique(String word) {
        return word + " " + NUMBER.incrementAndGet();
    }

    static String path(String rest) {
        return "/api/tenants/acme/" + rest;
    }

    static JsonObject json(String text, Object... arguments) {
        try (JsonReader reader =
                Json.createReader(new StringReader(text.replace('\'', '"').formatted(arguments)))) {
            return reader.readObject();
        }
    }

    JsonObject create(String records, String body, Object... arguments) {
        return client.done(Call.post(path(records), json(body, arguments))).json();
    }

    String id(String records, String body, Object... arguments) {
        return create(records, body, arguments).getString("id");
    }

    Answer post(String rest, String body, Object... arguments) {
        return client.send(Call.post(path(rest), json(body, arguments)));
    }

    JsonObject done(String rest, String body, Object... arguments) {
        return client.done(Call.post(path(rest), json(body, arguments))).json();
    }

    Answer patch(String rest, String body, Object... arguments) {
        return client.send(
                Call.of("PATCH", path(rest)).with(json(body, arguments)).header("If-Match", "*"));
    }

    Answer delete(String rest) {
        return client.send(Call.of("DELETE", path(rest)));
    }

    Answer get(String rest) {
        return client.send(Call.get(path(rest)));
    }

    JsonObject read(String rest) {
        return client.read(path(rest));
    }

    List<JsonObject> items(String rest) {
        return read(rest).getJsonArray("items").getValuesAs(JsonObject.class);
    }

    List<JsonObject> found(String records, String filter) {
        return client.done(Call.get(path(records)).query("filter", filter))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    /** Id of the standard kind of a form. */
    String kind(String form) {
        return found("activity-kinds", "form==" + form + ";standard==true")
                .get(0)
                .getString("id");
    }

    /** Chooses a time zone, or none. */
    void session(String timeZone) {
        var change = Json.createObjectBuilder().add("language", "en");
        client.done(Call.of("PATCH", "/api/session")
                .with((timeZone == null ? change : change.add("timeZone", timeZone)).build()));
    }

    String member() {
        return read("manifest").getJsonObject("me").getString("id");
    }
}
