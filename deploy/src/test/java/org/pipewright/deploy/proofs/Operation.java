package org.pipewright.deploy.proofs;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;

/**
 * One operation of the OpenAPI document.
 *
 * @param method HTTP method, upper case
 * @param path with parameters in braces
 * @param id unique name; an operation that serves every record type is one operation for each, {@code Export.export@core.account}
 * @param recordType it belongs to, or empty
 * @param feature that must be on, or empty
 * @param parameters of query and header
 * @param body what it takes, if anything
 */
record Operation(
        String method,
        String path,
        String id,
        String recordType,
        String feature,
        List<Parameter> parameters,
        Optional<Body> body) {

    /** A parameter; {@code in} is query or header. */
    record Parameter(String name, String in) {}

    /** A request body with its schema, references resolved, and the example, empty if there is none. */
    record Body(String mediaType, JsonObject schema, JsonObject example) {}

    boolean isOfTenant() {
        return path.startsWith("/api/tenants/{tenant}/");
    }

    boolean isOperators() {
        return path.startsWith("/api/operator/") || path.equals("/api/modules");
    }

    /** The last part of the name: {@code list} of {@code sales.lead.list}. */
    String action() {
        return id.substring(id.lastIndexOf('.') + 1);
    }

    /** Whether it is one of the operations every record type has, or a verb. */
    boolean isGeneric() {
        return !recordType.isEmpty() && id.startsWith(recordType + ".");
    }

    boolean isRead() {
        return method.equals("GET");
    }

    List<String> pathParameters() {
        return java.util.regex.Pattern.compile("\\{(\\w+)}")
                .matcher(path)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("tenant"))
                .toList();
    }

    @Override
    public String toString() {
        return id + " (" + method + " " + path + ")";
    }
}
