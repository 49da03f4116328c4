package org.pipewright.deploy.customers;

import jakarta.json.Json;
import jakarta.json.JsonArray;
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

/** Somebody of the demo tenant at work. Bodies are written as JSON with single quotes. */
final class Office {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Client client;

    Office(DemoMember member) {
        this(member.email());
    }

    Office(String email) {
        client = RunningProduct.get().as(email);
    }

    /** A word no other test uses. */
    static String unique() {
        return "t" + Long.toString(System.currentTimeMillis() * 1000 + NUMBER.incrementAndGet(), 36);
    }

    static String path(String rest) {
        return "/api/tenants/acme/" + rest;
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }

    /** A new record, which must be taken. */
    JsonObject create(String records, String body) {
        return client.done(Call.post(path(records), json(body))).json();
    }

    String id(String records, String body) {
        return create(records, body).getString("id");
    }

    Answer post(String rest, String body) {
        return client.send(Call.post(path(rest), json(body)));
    }

    Answer patch(String rest, String body) {
        return client.send(Call.of("PATCH", path(rest)).with(json(body)).header("If-Match", "*"));
    }

    Answer delete(String rest) {
        return client.send(Call.of("DELETE", path(rest)));
    }

    Answer send(Call call) {
        return client.send(call);
    }

    Answer done(Call call) {
        return client.done(call);
    }

    JsonObject read(String rest) {
        return client.read(path(rest));
    }

    /** Records of a list that match a filter. */
    List<JsonObject> found(String records, String filter) {
        return items(Call.get(path(records)).query("filter", filter));
    }

    /** Records found by words. */
    List<JsonObject> searched(String records, String words) {
        return items(Call.get(path(records)).query("q", words));
    }

    private List<JsonObject> items(Call call) {
        JsonArray items = client.done(call).json().getJsonArray("items");
        return items.getValuesAs(JsonObject.class);
    }
}
