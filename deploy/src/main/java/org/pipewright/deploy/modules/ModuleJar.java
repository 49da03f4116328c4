package org.pipewright.deploy.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.pipewright.platform.spi.modules.CrmModule;

/**
 * A module jar whose descriptor could be read.
 *
 * @param file the jar
 * @param descriptor what the module says about itself
 * @param classes the jar's classes and migrations over those of the core
 */
public record ModuleJar(Path file, CrmModule descriptor, URLClassLoader classes) implements AutoCloseable {

    private static final Pattern LIBRARY = Pattern.compile("META-INF/pipewright/libraries/([^/]+\\.jar)");

    /** The module's id. */
    public String id() {
        return descriptor.id();
    }

    /** The same jar as one that does not take part. */
    public RefusedModule refused(String reason) {
        return new RefusedModule(id(), descriptor.version(), file.getFileName().toString(), reason);
    }

    /**
     * Puts the libraries a module carries inside its jar beside it. One that is there already, of the core or of another
     * module, is left as it is.
     */
    public void unpackLibraries(Path folder) throws IOException {
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(jar.entries())) {
                Matcher library = LIBRARY.matcher(entry.getName());
                if (library.matches() && Files.notExists(folder.resolve(library.group(1)))) {
                    Files.copy(jar.getInputStream(entry), folder.resolve(library.group(1)));
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            classes.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
