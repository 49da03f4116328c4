package org.pipewright.deploy.proofs;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.pipewright.deploy.product.RunningProduct;

/** The OpenAPI document, read into operations. */
final class OpenApi {

    private static final String OF_EVERY_TYPE = "{records}";
    private static OpenApi whole;

    private final JsonObject document;
    private final Map<String, RecordPath> types = new TreeMap<>();
    private final List<Operation> operations = new ArrayList<>();

    private record RecordPath(String path, String feature) {}

    private OpenApi(JsonObject document) {
        this.document = document;
        document.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject()
                        .forEach((method, operation) -> noteType(path, operation.asJsonObject())));
        document.getJsonObject("paths")
                .forEach((path, methods) -> methods.asJsonObject()
                        .forEach((method, operation) -> add(method, path, operation.asJsonObject())));
    }

    /** Of everything the running product serves. */
    static synchronized OpenApi whole() {
        if (whole == null) {
            whole = new OpenApi(RunningProduct.get().asNobody().read("/openapi"));
        }
        return whole;
    }

    static OpenApi of(JsonObject document) {
        return new OpenApi(document);
    }

    List<Operation> operations() {
        return operations;
    }

    Stream<Operation> ofTenant() {
        return operations.stream().filter(Operation::isOfTenant);
    }

    Operation named(String id) {
        return operations.stream()
                .filter(operation -> operation.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no operation " + id));
    }

    /** The one success of an operation as it is described: its status and, if it has a body of JSON, the schema. */
    DescribedAnswer answerOf(Operation wanted) {
        String path = document.getJsonObject("paths").containsKey(wanted.path())
                ? wanted.path()
                : wanted.path().replaceFirst("(/api/tenants/\\{tenant}/)[^/]+", "$1{records}");
        return document
                .getJsonObject("paths")
                .getJsonObject(path)
                .getJsonObject(wanted.method().toLowerCase(Locale.ROOT))
                .getJsonObject("responses")
                .entrySet()
                .stream()
                .filter(response -> !response.getKey().equals("default"))
                .map(response -> DescribedAnswer.of(
                        response.getKey(), response.getValue().asJsonObject()))
                .findFirst()
                .orElseThrow();
    }

    /** Operations that do not say whom they admit. */
    List<String> admittingNobody() {
        return document.getJsonObject("paths").values().stream()
                .flatMap(methods -> methods.asJsonObject().values().stream())
                .map(JsonValue::asJsonObject)
                .filter(operation -> !operation.containsKey("x-admits"))
                .map(operation -> operation.getString("operationId"))
                .toList();
    }

    /** Operations that admit anybody and whose calls the gate does not count. */
    List<String> admittingAnybodyUnlimited() {
        return document.getJsonObject("paths").values().stream()
                .flatMap(methods -> methods.asJsonObject().values().stream())
                .map(JsonValue::asJsonObject)
                .filter(operation ->
                        operation.getJsonObject("x-admits").getString("who").equals("anybody"))
                .filter(operation -> !operation.getJsonObject("x-admits").getBoolean("limited", false))
                .map(operation -> operation.getString("operationId"))
                .toList();
    }

    /** Names of the record types. */
    List<String> recordTypes() {
        return List.copyOf(types.keySet());
    }

    String pathOf(String recordType) {
        return types.get(recordType).path();
    }

    String featureOf(String recordType) {
        return types.get(recordType).feature();
    }

    private void noteType(String path, JsonObject operation) {
        String tag = operation.getJsonArray("tags").getString(0);
        if (operation.getString("operationId").equals(tag + ".list") && tag.contains(".")) {
            types.put(
                    tag,
                    new RecordPath(path.substring(path.lastIndexOf('/') + 1), operation.getString("x-feature", "")));
        }
    }

    private void add(String method, String path, JsonObject operation) {
        String tag = operation.getJsonArray("tags").getString(0);
        String id = operation.getString("operationId");
        if (path.contains(OF_EVERY_TYPE)) {
            types.forEach((type, at) -> operations.add(read(
                    method, path.replace(OF_EVERY_TYPE, at.path()), id + "@" + type, type, at.feature(), operation)));
        } else {
            String type = types.containsKey(tag) ? tag : "";
            operations.add(read(method, path, id, type, operation.getString("x-feature", ""), operation));
        }
    }

    private Operation read(String method, String path, String id, String type, String feature, JsonObject operation) {
        return new Operation(
                method.toUpperCase(Locale.ROOT), path, id, type, feature, parameters(operation), body(operation));
    }

    private static List<Operation.Parameter> parameters(JsonObject operation) {
        return operation.getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                .filter(parameter -> !parameter.getString("in").equals("path"))
                .map(parameter -> new Operation.Parameter(parameter.getString("name"), parameter.getString("in")))
                .toList();
    }

    private Optional<Operation.Body> body(JsonObject operation) {
        return Optional.ofNullable(operation.getJsonObject("requestBody"))
                .map(body -> body.getJsonObject("content").entrySet().iterator().next())
                .map(content -> new Operation.Body(
                        content.getKey(),
                        resolved(content.getValue().asJsonObject().getJsonObject("schema")),
                        content.getValue()
                                .asJsonObject()
                                .getOrDefault("example", JsonValue.EMPTY_JSON_OBJECT)
                                .asJsonObject()));
    }

    /** The schema itself where there is only a pointer to it. */
    JsonObject resolved(JsonObject schema) {
        String pointer = schema.getString("$ref", "");
        return pointer.isEmpty()
                ? schema
                : document.getValue(pointer.substring(1)).asJsonObject();
    }

    /** Properties of a body's schema that may be sent. */
    static Map<String, JsonObject> properties(JsonObject schema) {
        Map<String, JsonObject> properties = new TreeMap<>();
        JsonObject all = schema.getJsonObject("properties");
        if (all != null) {
            all.forEach((name, value) -> {
                if (!value.asJsonObject().getBoolean("readOnly", false)) {
                    properties.put(name, value.asJsonObject());
                }
            });
        }
        return properties;
    }

    static List<String> required(JsonObject schema) {
        JsonArray required = schema.getJsonArray("required");
        return required == null
                ? List.of()
                : required.getValuesAs(value -> ((jakarta.json.JsonString) value).getString()).stream()
                        .map(String::valueOf)
                        .toList();
    }

    static boolean isTrue(JsonValue value) {
        return JsonValue.TRUE.equals(value);
    }
}
