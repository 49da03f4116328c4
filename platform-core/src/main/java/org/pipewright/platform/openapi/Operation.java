package org.pipewright.platform.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.spi.access.Admits;

/**
 * One operation of the server.
 *
 * @param method HTTP method, lower case
 * @param path with parameters in braces, from {@code /api} on
 * @param id unique name
 * @param tag what it belongs to: a record type or a resource
 * @param feature feature that must be on, or empty
 * @param admits whom it lets in
 * @param retiring whether it will go
 * @param parameters of path and query
 * @param body what it takes, if anything
 * @param status of success
 * @param answer schema of success, if it has a body
 * @param produced media type of the body
 */
record Operation(
        String method,
        String path,
        String id,
        String tag,
        String feature,
        Optional<Admits> admits,
        boolean retiring,
        List<Parameter> parameters,
        Optional<Body> body,
        int status,
        Optional<JsonObject> answer,
        String produced) {

    private static final String TENANT = "/api/tenants/{tenant}/";
    private static final String KEY = "Idempotency-Key";

    /** A parameter; {@code in} is path, query or header. */
    record Parameter(String name, String in, boolean required) {}

    /** What headers mean that many operations take. */
    private static final Map<String, String> HEADERS = Map.of(
            "If-Match",
            "ETag of the version that was read, or *; 412 where somebody has changed it since, with the record as it is now in current, 428 where it is missing.",
            KEY,
            "A value of the caller's own for this request, at most 200 characters: sent again with it, the request is"
                    + " answered as the first time and done once. 422 where it comes with another request.");

    /** A request body; the example is empty where there is none. */
    record Body(String mediaType, JsonObject schema, Optional<JsonObject> example) {

        Body(String mediaType, JsonObject schema) {
            this(mediaType, schema, Optional.empty());
        }

        private JsonObjectBuilder describe() {
            JsonObjectBuilder content = Json.createObjectBuilder().add("schema", schema);
            example.ifPresent(given -> content.add("example", given));
            return Json.createObjectBuilder().add(mediaType, content);
        }
    }

    JsonObject describe() {
        JsonObjectBuilder operation = Json.createObjectBuilder()
                .add("operationId", id)
                .add("tags", Json.createArrayBuilder().add(tag))
                .add("parameters", describeParameters())
                .add("responses", responses());
        body.ifPresent(given -> operation.add(
                "requestBody", Json.createObjectBuilder().add("required", true).add("content", given.describe())));
        if (!feature.isEmpty()) {
            operation.add("x-feature", feature);
        }
        if (retiring) {
            operation.add("deprecated", true);
        }
        admits.ifPresent(guard -> describe(guard, operation));
        return operation.build();
    }

    private static void describe(Admits guard, JsonObjectBuilder operation) {
        JsonObjectBuilder admits = Json.createObjectBuilder()
                .add("who", guard.value().name().toLowerCase(Locale.ROOT))
                .add("capability", Json.createArrayBuilder(List.of(guard.capability())));
        if (!guard.recordType().isEmpty()) {
            admits.add("recordType", guard.recordType());
        }
        if (guard.value() == Admits.Who.RECORDS || !guard.recordType().isEmpty()) {
            admits.add("action", guard.action());
        }
        if (guard.limited()) {
            admits.add("limited", true);
        }
        operation.add("x-admits", admits);
        if (guard.value() == Admits.Who.ANYBODY) {
            operation.add("security", JsonValue.EMPTY_JSON_ARRAY);
        }
    }

    private JsonArrayBuilder describeParameters() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        parameters.forEach(parameter -> array.add(describe(parameter)));
        if (method.equals("post") && path.startsWith(TENANT)) {
            array.add(describe(new Parameter(KEY, "header", false)));
        }
        return array;
    }

    private static JsonObjectBuilder describe(Parameter parameter) {
        JsonObjectBuilder described = Json.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", parameter.in())
                .add("required", parameter.required())
                .add("schema", Schemas.string(""));
        return HEADERS.containsKey(parameter.name())
                ? described.add("description", HEADERS.get(parameter.name()))
                : described;
    }

    private JsonObjectBuilder responses() {
        JsonObjectBuilder success = Json.createObjectBuilder().add("description", "success");
        answer.ifPresent(schema -> success.add("content", content(produced, schema)));
        return Json.createObjectBuilder()
                .add(String.valueOf(status), success)
                .add(
                        "default",
                        Json.createObjectBuilder()
                                .add("description", "problem")
                                .add("content", content("application/problem+json", Schemas.ref("Problem"))));
    }

    private static JsonObjectBuilder content(String mediaType, JsonObject schema) {
        return Json.createObjectBuilder()
                .add(mediaType, Json.createObjectBuilder().add("schema", schema));
    }
}
