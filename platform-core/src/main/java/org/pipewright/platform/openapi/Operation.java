package org.pipewright.platform.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the server.
 *
 * @param method HTTP method, lower case
 * @param path with parameters in braces, from {@code /api} on
 * @param id unique name
 * @param tag what it belongs to: a record type or a resource
 * @param feature feature that must be on, or empty
 * @param parameters of path and query
 * @param body what it takes, if anything
 * @param status of success
 * @param answer schema of success, if it has a body
 */
record Operation(
        String method,
        String path,
        String id,
        String tag,
        String feature,
        List<Parameter> parameters,
        Optional<Body> body,
        int status,
        Optional<JsonObject> answer) {

    /** A parameter; {@code in} is path, query or header. */
    record Parameter(String name, String in, boolean required) {}

    /** A request body. */
    record Body(String mediaType, JsonObject schema) {}

    JsonObject describe() {
        JsonObjectBuilder operation = Json.createObjectBuilder()
                .add("operationId", id)
                .add("tags", Json.createArrayBuilder().add(tag))
                .add("parameters", describeParameters())
                .add("responses", responses());
        body.ifPresent(given -> operation.add(
                "requestBody",
                Json.createObjectBuilder()
                        .add("required", true)
                        .add("content", content(given.mediaType(), given.schema()))));
        if (!feature.isEmpty()) {
            operation.add("x-feature", feature);
        }
        return operation.build();
    }

    private JsonArrayBuilder describeParameters() {
        JsonArrayBuilder array = Json.createArrayBuilder();
        parameters.forEach(parameter -> array.add(Json.createObjectBuilder()
                .add("name", parameter.name())
                .add("in", parameter.in())
                .add("required", parameter.required())
                .add("schema", Schemas.string(""))));
        return array;
    }

    private JsonObjectBuilder responses() {
        JsonObjectBuilder success = Json.createObjectBuilder().add("description", "success");
        answer.ifPresent(schema -> success.add("content", content("application/json", schema)));
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
