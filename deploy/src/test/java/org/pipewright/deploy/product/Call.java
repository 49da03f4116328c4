package org.pipewright.deploy.product;

import jakarta.json.JsonStructure;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request about to be sent.
 *
 * @param method HTTP method
 * @param path from {@code /api} on, with its query
 * @param headers beside the credentials
 * @param body if it has one
 */
public record Call(String method, String path, Map<String, String> headers, Optional<String> body) {

    public static Call get(String path) {
        return new Call("GET", path, Map.of(), Optional.empty());
    }

    public static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty());
    }

    public static Call post(String path, JsonStructure body) {
        return of("POST", path).with(body);
    }

    public static Call put(String path, JsonStructure body) {
        return of("PUT", path).with(body);
    }

    /** The same with a JSON body. */
    public Call with(JsonStructure json) {
        return with("application/json", json.toString());
    }

    /** The same with a body of that type. */
    public Call with(String mediaType, String text) {
        return new Call(method, path, headers, Optional.of(text)).header("Content-Type", mediaType);
    }

    /** The same with one header more. */
    public Call header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body);
    }

    /** The same with one query parameter more. */
    public Call query(String name, String value) {
        String sign = path.contains("?") ? "&" : "?";
        return at(path + sign + name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** The same somewhere else. */
    public Call at(String otherPath) {
        return new Call(method, otherPath, headers, body);
    }
}
