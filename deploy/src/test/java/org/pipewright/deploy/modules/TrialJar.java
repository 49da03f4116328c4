package org.pipewright.deploy.modules;

import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Writes module jars for tests, with descriptors compiled on the spot. */
final class TrialJar {

    private static final String SERVICE = "META-INF/services/org.pipewright.platform.spi.modules.CrmModule";
    private static final String SOURCE = """
            import org.pipewright.platform.spi.modules.*;
            public class %1$s implements CrmModule {
                public String id() { return "%2$s"; }
                public String version() { return "1.0.0"; }
                public VersionRange core() { return VersionRange.of("%3$s", "%4$s"); }
            }
            """;

    private final Path folder;
    private final String name;
    private final Map<String, byte[]> entries = new LinkedHashMap<>();
    private final List<String> services = new ArrayList<>();

    private TrialJar(Path folder, String name) {
        this.folder = folder;
        this.name = name;
        entries.put("META-INF/beans.xml", new byte[0]);
    }

    static TrialJar in(Path folder, String name) {
        return new TrialJar(folder, name);
    }

    TrialJar descriptor(String id, String from, String below) {
        String type = "Module" + id;
        entries.put(type + ".class", compiled(type, SOURCE.formatted(type, id, from, below)));
        return service(type);
    }

    TrialJar service(String type) {
        services.add(type);
        return this;
    }

    TrialJar library(String file, String content) {
        entries.put("META-INF/pipewright/libraries/" + file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TrialJar text(String file, String content) {
        entries.put(file, content.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    TrialJar withoutBeans() {
        entries.remove("META-INF/beans.xml");
        return this;
    }

    void written() {
        entries.put(SERVICE, String.join("\n", services).getBytes(StandardCharsets.UTF_8));
        try (OutputStream file = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(file)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] compiled(String type, String source) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        List<String> options = List.of(
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes().toString());
        boolean done = compiler.getTask(messages, null, null, options, null, List.of(new Source(type, source)))
                .call();
        if (!done) {
            throw new IllegalStateException(messages.toString());
        }
        try {
            return Files.readAllBytes(classes().resolve(type + ".class"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path classes() {
        try {
            return Files.createDirectories(folder.resolve("classes"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Source extends SimpleJavaFileObject {

        private final String text;

        Source(String type, String text) {
            super(URI.create("string:///" + type + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreErrors) {
            return text;
        }
    }
}
