package org.pipewright.platform.openapi;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.RecordsResource;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Writes the OpenAPI documents: one of everything, one of what a caller has. */
@ApplicationScoped
class OpenApiDocuments {

    @Inject
    RecordTypes types;

    @Inject
    BeanManager beans;

    private final AtomicReference<String> whole = new AtomicReference<>();

    /** Everything the server serves; the same until its next start. */
    String whole() {
        return whole.updateAndGet(known -> known == null ? composed().toString() : known);
    }

    private JsonObject composed() {
        Schemas schemas = new Schemas();
        List<Operation> operations = resourceOperations(schemas);
        types.all().forEach(type -> operations.addAll(operations(type, schemas, field -> true)));
        return document(operations, schemas);
    }

    /** What the caller has: types of features that are off and hidden fields are left out. */
    JsonObject of(Caller caller) {
        Schemas schemas = new Schemas();
        List<Operation> operations = resourceOperations(schemas);
        types.all().stream().filter(type -> caller.has(type.feature())).forEach(type -> {
            operations.addAll(operations(type, schemas, field -> Query.isVisible(caller, type, field)));
        });
        return document(operations, schemas);
    }

    private List<Operation> operations(
            DeclaredType type, Schemas schemas, Predicate<org.pipewright.platform.recordtypes.DeclaredField> visible) {
        return new RecordTypeOperations(type, schemas, visible).describe(types.verbs(type));
    }

    private List<Operation> resourceOperations(Schemas schemas) {
        List<Operation> operations = new ArrayList<>();
        beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class) && type != RecordsResource.class)
                .distinct()
                .sorted(Comparator.comparing(Class::getName))
                .forEach(type -> operations.addAll(new ResourceOperations(type, schemas).describe()));
        return operations;
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
                .add("components", Json.createObjectBuilder().add("schemas", schemas.components()))
                .build();
    }
}
