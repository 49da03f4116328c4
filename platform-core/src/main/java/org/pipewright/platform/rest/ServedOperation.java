package org.pipewright.platform.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.pipewright.platform.spi.access.Admits;

/**
 * A method of a resource that serves requests.
 *
 * @param resource class
 * @param method of the class
 * @param http HTTP method
 * @param path with parameters in braces, from {@code /api} on
 */
public record ServedOperation(Class<?> resource, Method method, String http, String path) {

    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*(\\w+)[^}]*\\}");

    /** The operations of a resource class. */
    public static Stream<ServedOperation> of(Class<?> resource) {
        return Arrays.stream(resource.getMethods())
                .flatMap(method ->
                        http(method).stream().map(http -> new ServedOperation(resource, method, http, path(method))))
                .map(operation -> operation.below(value(resource)));
    }

    private static Optional<String> http(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(found -> found != null)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static String path(Method method) {
        return value(method);
    }

    private ServedOperation below(String root) {
        String joined = Stream.of("api", root, path)
                .map(part -> part.replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .reduce("", (left, right) -> left + "/" + right);
        return new ServedOperation(
                resource, method, http, PARAMETER.matcher(joined).replaceAll("{$1}"));
    }

    private static String value(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : path.value();
    }

    /** Whom it lets in; nobody when nothing is written. */
    public Optional<Admits> admits() {
        return admits(resource, method);
    }

    /** Whom a method lets in: what is written on it, else on its class. */
    public static Optional<Admits> admits(Class<?> resource, Method method) {
        return Stream.of(method, resource)
                .map(element -> element.getAnnotation(Admits.class))
                .filter(found -> found != null)
                .findFirst();
    }
}
