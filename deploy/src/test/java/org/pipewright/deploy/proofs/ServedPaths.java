package org.pipewright.deploy.proofs;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.annotation.WebServlet;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the class files of the distribution serve, found without the product's own help. */
final class ServedPaths {

    private final JavaClasses classes;

    ServedPaths(java.nio.file.Path distribution) {
        classes = new ClassFileImporter().importJars(jars(distribution));
    }

    private static List<JarFile> jars(java.nio.file.Path distribution) {
        return Stream.of(distribution.resolve("webapp/WEB-INF/lib"), distribution.resolve("modules"))
                .flatMap(ServedPaths::files)
                .filter(jar -> jar.getFileName().toString().matches("(platform-core|module-).*\\.jar"))
                .map(ServedPaths::opened)
                .toList();
    }

    private static JarFile opened(java.nio.file.Path jar) {
        try {
            return new JarFile(jar.toFile());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Stream<java.nio.file.Path> files(java.nio.file.Path folder) {
        try (Stream<java.nio.file.Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Method and path of every resource method, such as {@code GET /api/tenants/{tenant}/roles}. */
    Set<String> operations() {
        return classes.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(type -> !type.isInterface())
                .flatMap(type -> type.getMethods().stream())
                .flatMap(method ->
                        httpMethod(method).stream().map(http -> http + " " + path(method.getOwner(), method)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Class and patterns of every servlet and filter. */
    Set<String> servlets() {
        return classes.stream()
                .flatMap(type -> Stream.concat(servlet(type).stream(), filter(type).stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Optional<String> servlet(JavaClass type) {
        return type.tryGetAnnotationOfType(WebServlet.class)
                .map(servlet -> named(
                        type, Stream.concat(Arrays.stream(servlet.value()), Arrays.stream(servlet.urlPatterns()))));
    }

    private static Optional<String> filter(JavaClass type) {
        return type.tryGetAnnotationOfType(WebFilter.class)
                .map(filter ->
                        named(type, Stream.concat(Arrays.stream(filter.value()), Arrays.stream(filter.urlPatterns()))));
    }

    private static String named(JavaClass type, Stream<String> patterns) {
        return type.getSimpleName() + " " + patterns.sorted().toList();
    }

    private static Optional<String> httpMethod(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(type -> type.getAnnotationOfType(HttpMethod.class).value())
                .findFirst();
    }

    private static String path(JavaClass type, JavaMethod method) {
        String own = method.tryGetAnnotationOfType(Path.class).map(Path::value).orElse("");
        return Stream.of("api", type.getAnnotationOfType(Path.class).value(), own)
                .map(part -> part.replaceAll("^/|/$", ""))
                .filter(part -> !part.isEmpty())
                .reduce("", (left, right) -> left + "/" + right);
    }
}
