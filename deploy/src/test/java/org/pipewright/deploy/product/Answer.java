package org.pipewright.deploy.product;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;

/**
 * What the server answered.
 *
 * @param status HTTP status
 * @param headers of the answer
 * @param body as text, empty if there is none
 */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The body as a JSON object; empty if it is none. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            return JsonValue.EMPTY_JSON_OBJECT;
        }
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    /** Whether it is a refusal in the form the API promises. */
    public boolean isProblem() {
        return status >= 400
                && status < 500
                && contentType().startsWith("application/problem+json")
                && json().containsKey("type")
                && json().getInt("status", 0) == status;
    }

    public String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    /** Type of the problem, without its prefix. */
    public String problem() {
        return json().getString("type", "").replaceFirst("^/problems/", "");
    }

    /** The fields a problem names. */
    public List<String> fields() {
        JsonValue errors = json().get("errors");
        return errors == null || errors.getValueType() != JsonValue.ValueType.ARRAY
                ? List.of()
                : errors.asJsonArray().getValuesAs(JsonObject.class).stream()
                        .map(error -> error.getString("field", ""))
                        .toList();
    }

    @Override
    public String toString() {
        return status + " " + (body.length() > 600 ? body.substring(0, 600) + "…" : body);
    }
}
