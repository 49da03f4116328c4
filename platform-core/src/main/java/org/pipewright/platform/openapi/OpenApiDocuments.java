package org.pipewright.platform.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.RecordsResource;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.rest.ServedOperation;
import org.pipewright.platform.rest.ServedOperations;

/** Writes the OpenAPI documents: one of everything, one of what a caller has. */
@ApplicationScoped
class OpenApiDocuments {

    private static final String BEARER = "bearer";

    @Inject
    RecordTypes types;

    @Inject
    ServedOperations served;

    private final AtomicReference<String> whole = new AtomicReference<>();

    /** Everything the server serves; the same until its next start. */
    String whole() {
        return whole.updateAndGet(known -> known == null ? composed().toString() : known);
    }

    private JsonObject composed() {
        Schemas schemas = new Schemas();
        List<Operation> operations = resourceOperations(schemas, operation -> true);
        types.all().forEach(type -> operations.addAll(operations(type, schemas)));
        return document(operations, schemas);
    }

    /** What the caller has: whatever belongs to a feature that is off, and hidden fields, are left out (S-SET-12). */
    JsonObject of(Caller caller) {
        Schemas schemas = new Schemas();
        List<Operation> operations = resourceOperations(schemas, operation -> isThere(caller, operation));
        types.all().stream()
                .filter(type -> caller.has(type.feature()))
                .forEach(type -> operations.addAll(operations(type, schemas, caller)));
        return document(operations, schemas);
    }

    private List<Operation> operations(DeclaredType type, Schemas schemas) {
        RecordTypeOperations operations = new RecordTypeOperations(type, schemas, served, field -> true);
        List<Operation> all = new ArrayList<>(operations.describe(types.verbs(type)));
        all.addAll(operations.describeParts(types.parts(type).values(), field -> true));
        return all;
    }

    private List<Operation> operations(DeclaredType type, Schemas schemas, Caller caller) {
        RecordTypeOperations operations =
                new RecordTypeOperations(type, schemas, served, field -> Query.isVisible(caller, type, field));
        List<Operation> all = new ArrayList<>(operations.describe(types.verbs(type).stream()
                .filter(verb -> caller.has(verb.feature()))
                .toList()));
        all.addAll(operations.describeParts(
                types.parts(type).values().stream()
                        .filter(part -> caller.has(part.feature()))
                        .toList(),
                field -> caller.has(field.feature())));
        return all;
    }

    private boolean isThere(Caller caller, ServedOperation operation) {
        return operation
                .admits()
                .filter(admits -> caller.has(admits.feature()))
                .filter(admits -> types.named(admits.recordType())
                        .map(DeclaredType::feature)
                        .filter(feature -> !caller.has(feature))
                        .isEmpty())
                .isPresent();
    }

    private List<Operation> resourceOperations(Schemas schemas, Predicate<ServedOperation> shown) {
        return served.all().stream()
                .filter(operation -> operation.resource() != RecordsResource.class)
                .filter(shown)
                .map(operation -> ResourceOperations.describe(operation, schemas))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static JsonObject document(List<Operation> operations, Schemas schemas) {
        Map<String, JsonObjectBuilder> paths = new TreeMap<>();
        operations.forEach(operation -> paths.computeIfAbsent(operation.path(), path -> Json.createObjectBuilder())
                .add(operation.method(), operation.describe()));
        JsonObjectBuilder allPaths = Json.createObjectBuilder();
        paths.forEach(allPaths::add);
        return Json.createObjectBuilder()
                .add("openapi", "3.1.0")
                .add(
                        "info",
                        Json.createObjectBuilder().add("title", "Pipewright").add("version", CoreModule.VERSION))
                .add("paths", allPaths)
                .add("components", components(schemas))
                .add(
                        "security",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder().add(BEARER, Json.createArrayBuilder())))
                .build();
    }

    private static JsonObjectBuilder components(Schemas schemas) {
        JsonObjectBuilder bearer = Json.createObjectBuilder()
                .add("type", "http")
                .add("scheme", "bearer")
                .add("bearerFormat", "JWT");
        return Json.createObjectBuilder()
                .add("schemas", schemas.components())
                .add("securitySchemes", Json.createObjectBuilder().add(BEARER, bearer));
    }
}
