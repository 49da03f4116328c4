package org.pipewright.deploy.settings;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Properties;

/** Passwords the launcher generated, kept in a file that only its owner reads. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            read();
        }
    }

    /** The secret of that name, generated at first use. */
    public synchronized String named(String name) {
        String secret = known.getProperty(name);
        if (secret == null) {
            secret = generated();
            known.setProperty(name, secret);
            write();
        }
        return secret;
    }

    /** Where a person finds them. */
    public Path file() {
        return file;
    }

    private static String generated() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void read() {
        try (Reader reader = Files.newBufferedReader(file)) {
            known.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try {
            if (!Files.exists(file)) {
                createReadableByOwnerOnly();
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Generated for this data folder");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void createReadableByOwnerOnly() throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(file);
        }
    }
}
