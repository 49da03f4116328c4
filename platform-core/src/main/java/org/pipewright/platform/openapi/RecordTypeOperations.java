package org.pipewright.platform.openapi;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pipewright.platform.openapi.Operation.Body;
import org.pipewright.platform.openapi.Operation.Parameter;
import org.pipewright.platform.records.BulkRequest;
import org.pipewright.platform.records.BulkResult;
import org.pipewright.platform.records.Differences;
import org.pipewright.platform.records.Movements;
import org.pipewright.platform.records.RecordBin;
import org.pipewright.platform.records.RecordHistory;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.records.RecordStates;
import org.pipewright.platform.records.ReportReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.rest.ServedOperation;
import org.pipewright.platform.rest.ServedOperations;
import org.pipewright.platform.spi.access.Admits;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Verb;

/** The operations every record type has, and its verbs. */
final class RecordTypeOperations {

    private static final String JSON = "application/json";
    private static final String MERGE_PATCH = "application/merge-patch+json";
    private static final String RECORDS = "/api/tenants/{tenant}/{records}";
    private static final List<Parameter> IF_MATCH = List.of(new Parameter("If-Match", "header", true));
    private static final List<Parameter> MAY_MATCH = List.of(new Parameter("If-Match", "header", false));
    private static final List<Parameter> LISTING = Stream.of(
                    "filter", "q", "sort", "limit", "after", "fields", "count", "include")
            .map(name -> new Parameter(name, "query", false))
            .toList();

    private final DeclaredType type;
    private final Schemas schemas;
    private final ServedOperations served;
    private final JsonObject record;
    private final JsonObject example;
    private final String root;
    private final List<Operation> operations = new ArrayList<>();
    private String feature;

    RecordTypeOperations(
            DeclaredType type, Schemas schemas, ServedOperations served, Predicate<DeclaredField> visible) {
        this.type = type;
        this.schemas = schemas;
        this.served = served;
        this.record = schemas.record(type, visible);
        this.example = Examples.of(type, visible);
        this.feature = type.feature();
        this.root = "/api/tenants/{tenant}/" + type.path();
    }

    List<Operation> describe(Collection<Verb<?, ?>> verbs) {
        add("get", "", "list", LISTING, null, 200, page(record));
        if (!type.declaration().kept()) {
            describeWriting();
        }
        add(
                "get",
                "/groups",
                "groups",
                query("by", "sum", "weight", "filter", "q"),
                null,
                200,
                schemas.of(RecordReading.Groups.class));
        if (type.declaration().reports().length > 0) {
            add(
                    "get",
                    "/reports/{report}",
                    "report",
                    query("by", "from", "to", "filter", "at"),
                    null,
                    200,
                    schemas.of(ReportReading.Result.class));
        }
        if (Stream.of(type.declaration().reports())
                .anyMatch(report -> !report.moves().isEmpty())) {
            add(
                    "get",
                    "/reports/{report}/movement",
                    "movement",
                    query("from", "to", "first", "last", "filter"),
                    null,
                    200,
                    schemas.of(Movements.Movement.class));
        }
        add("get", "/{id}", "read", query("include"), null, 200, record);
        add(
                "get",
                "/{id}/history",
                "history",
                query("after", "limit"),
                null,
                200,
                schemas.of(RecordHistory.Page.class));
        add("get", "/{id}/state", "state", query("at"), null, 200, schemas.of(RecordStates.State.class));
        if (!type.declaration().revises().isEmpty()) {
            add(
                    "get",
                    "/{id}/differences",
                    "differences",
                    List.of(),
                    null,
                    200,
                    schemas.of(Differences.Difference.class));
        }
        verbs.forEach(this::addVerb);
        return operations;
    }

    /** The lists of parts that are read and saved together with the record. */
    List<Operation> describeParts(Collection<DeclaredType> parts, Predicate<DeclaredField> visible) {
        operations.clear();
        parts.forEach(part -> {
            JsonObject schema = schemas.record(part, visible);
            String path = "/{id}/" + part.path();
            feature = part.feature();
            add("get", path, part.path(), List.of(), null, 200, page(schema));
            if (!part.declaration().kept()) {
                add("put", path, "save-" + part.path(), IF_MATCH, list(schema), 200, page(schema));
            }
        });
        return List.copyOf(operations);
    }

    private static JsonObject list(JsonObject items) {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", Json.createObjectBuilder().add("items", Schemas.array(items)))
                .add("required", Json.createArrayBuilder().add("items"))
                .build();
    }

    private void describeWriting() {
        add("post", "", "create", List.of(), record, 201, record);
        add("get", "/bin", "bin", query("q", "after", "limit"), null, 200, schemas.of(RecordBin.Page.class));
        add("post", "/bulk", "bulk", List.of(), schemas.of(BulkRequest.class), 200, schemas.of(BulkResult.class));
        add("patch", "/{id}", "change", IF_MATCH, record, 200, record);
        add("delete", "/{id}", "delete", deleting(), null, 204, null);
        add("post", "/{id}/restore", "restore", query("parents"), null, 200, record);
    }

    /** An entry of a list may be deleted in favour of another. */
    private List<Parameter> deleting() {
        return type.isCatalogue() ? List.of(MAY_MATCH.get(0), new Parameter("replacement", "query", false)) : MAY_MATCH;
    }

    private void addVerb(Verb<?, ?> verb) {
        String input = type.name() + "." + verb.name();
        JsonObject schema = schemas.input(input, TypeReading.input(verb.input()).values());
        feature = verb.feature().isEmpty() ? type.feature() : verb.feature();
        add("post", "/{id}/" + verb.name(), verb.name(), MAY_MATCH, schema, 200, record);
        if (verb instanceof ProposingVerb) {
            add("get", "/{id}/" + verb.name(), verb.name() + "-proposal", List.of(), null, 200, schema);
        }
    }

    private static List<Parameter> query(String... names) {
        return Stream.of(names).map(name -> new Parameter(name, "query", false)).toList();
    }

    private static JsonObject page(JsonObject items) {
        return Json.createObjectBuilder()
                .add("type", "object")
                .add(
                        "properties",
                        Json.createObjectBuilder()
                                .add("items", Schemas.array(items))
                                .add("next", Schemas.string(""))
                                .add("total", Schemas.simple("integer"))
                                .add("included", Schemas.included()))
                .build();
    }

    private void add(
            String method,
            String path,
            String name,
            List<Parameter> parameters,
            JsonObject body,
            int status,
            JsonObject answer) {
        List<Parameter> all = new ArrayList<>();
        all.add(new Parameter("tenant", "path", true));
        Stream.of("id", "report")
                .filter(variable -> path.contains("{" + variable + "}"))
                .forEach(variable -> all.add(new Parameter(variable, "path", true)));
        all.addAll(parameters);
        operations.add(new Operation(
                method,
                root + path,
                type.name() + "." + name,
                type.name(),
                feature,
                admits(method, path),
                false,
                all,
                Optional.ofNullable(body).map(schema -> body(method, name, schema)),
                status,
                Optional.ofNullable(answer).filter(schema -> schema != JsonValue.EMPTY_JSON_OBJECT),
                JSON));
    }

    private Body body(String method, String name, JsonObject schema) {
        return new Body(
                method.equals("patch") ? MERGE_PATCH : JSON,
                schema,
                name.equals("create") ? Optional.of(example) : Optional.empty());
    }

    private Optional<Admits> admits(String method, String path) {
        return Stream.of(path, "/{id}/{verb}")
                .flatMap(wanted -> served.at(method, RECORDS + wanted).stream())
                .findFirst()
                .flatMap(ServedOperation::admits);
    }
}
