package org.pipewright.deploy.modules;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLClassLoader;
import java.nio.file.Path;
import org.pipewright.platform.spi.modules.CrmModule;

/**
 * A module jar whose descriptor could be read.
 *
 * @param file the jar
 * @param descriptor what the module says about itself
 * @param classes the jar's classes and migrations over those of the core
 */
public record ModuleJar(Path file, CrmModule descriptor, URLClassLoader classes) implements AutoCloseable {

    /** The module's id. */
    public String id() {
        return descriptor.id();
    }

    /** The same jar as one that does not take part. */
    public RefusedModule refused(String reason) {
        return new RefusedModule(id(), descriptor.version(), file.getFileName().toString(), reason);
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
