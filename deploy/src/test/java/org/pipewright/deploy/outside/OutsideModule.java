package org.pipewright.deploy.outside;

import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Builds the outside module as its author would: Java against the published SPI jar and the Jakarta EE API, TypeScript
 * against the published web types, then one jar.
 */
public final class OutsideModule {

    /** Sources and resources of the module. */
    static final Path FOLDER = Path.of("src/test/outside-module");

    private static final Path CORE = Path.of("../platform-core");

    private final Path folder;
    private final Path work;

    OutsideModule(Path work) {
        this(FOLDER, work);
    }

    private OutsideModule(Path folder, Path work) {
        this.folder = folder;
        this.work = work;
    }

    /** A second one, which lets tests see events and set-up; it has no widget. */
    public static OutsideModule probe(Path work) {
        return new OutsideModule(Path.of("src/test/probe-module"), work);
    }

    /** The module as it is. */
    public Path jar(String name) {
        return built(name, folder.resolve("src"));
    }

    /** The same module, made for a core that is not there. */
    Path jarForCore(String from, String below, String name) {
        Path sources = work.resolve("sources-for-" + from);
        copy(folder.resolve("src"), sources);
        Path descriptor = sources.resolve("com/example/events/EventsModule.java");
        write(descriptor, read(descriptor).replace("\"0.1.0\", \"0.2.0\"", "\"" + from + "\", \"" + below + "\""));
        return built(name, sources);
    }

    private Path built(String name, Path sources) {
        Path classes = work.resolve(name + "-classes");
        compile(sources, classes);
        copy(folder.resolve("resources"), classes);
        if (Files.exists(folder.resolve("web"))) {
            buildWeb(classes.resolve("META-INF/resources"));
        }
        return packed(classes, work.resolve(name));
    }

    private static void compile(Path sources, Path classes) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-d",
                classes.toString(),
                "-classpath",
                spiJar() + java.io.File.pathSeparator + jakartaJar(),
                "-Xlint:all",
                "-Werror",
                "--release",
                "17",
                "-proc:none");
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            Files.createDirectories(classes);
            boolean done = compiler.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(javaFiles(sources)))
                    .call();
            if (!done) {
                throw new IllegalStateException("The outside module does not compile:\n" + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path spiJar() {
        try (Stream<Path> jars = Files.list(CORE.resolve("target"))) {
            return jars.filter(jar -> jar.getFileName().toString().endsWith("-spi.jar"))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path jakartaJar() {
        try {
            return Path.of(Entity.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The published folder ui-types holds types and build; compiler and bundler are the author's own, here ours. */
    private void buildWeb(Path resources) {
        ProcessBuilder build = new ProcessBuilder(
                "node",
                CORE.resolve("target/ui-types/build-module.mjs").toString(),
                folder.resolve("web").toString(),
                "events",
                resources.toString());
        build.environment()
                .put(
                        "PIPEWRIGHT_WEB_TOOLS",
                        CORE.resolve("src/main/web").toAbsolutePath().toString());
        try {
            Process process = build.redirectErrorStream(true).start();
            String messages = new String(process.getInputStream().readAllBytes());
            if (process.waitFor() != 0) {
                throw new IllegalStateException("The outside module's widget is not built:\n" + messages);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path packed(Path classes, Path jar) {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out)) {
            for (Path file : files(classes)) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, packed);
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        return files(folder).stream()
                .filter(file -> file.toString().endsWith(".java"))
                .toList();
    }

    /** All files below the folder. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) {
        files(from).forEach(file -> write(to.resolve(from.relativize(file).toString()), read(file)));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
