package org.pipewright.platform.idempotency;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** A request's body that was read once for its digest and can be read again; large ones wait in a file. */
final class SpooledBody {

    private static final int IN_MEMORY = 1_000_000;
    private static final long LARGEST = 64_000_000;

    private SpooledBody() {}

    /** Reads the whole body through the digest and returns it from its beginning. */
    static InputStream of(InputStream body, MessageDigest digest) throws IOException {
        DigestInputStream digested = new DigestInputStream(body, digest);
        byte[] head = digested.readNBytes(IN_MEMORY);
        return head.length < IN_MEMORY
                ? new ByteArrayInputStream(head)
                : new SequenceInputStream(new ByteArrayInputStream(head), rest(digested));
    }

    private static InputStream rest(InputStream body) throws IOException {
        Path file = Files.createTempFile("pipewright-body", null);
        try (OutputStream out = Files.newOutputStream(file)) {
            copy(body, out);
        } catch (IOException | Refusal e) {
            Files.delete(file);
            throw e;
        }
        return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    }

    private static void copy(InputStream body, OutputStream out) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long size = IN_MEMORY;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            size += read;
            if (size > LARGEST) {
                throw Refusal.of(CoreErrorCode.TOO_LARGE);
            }
            out.write(buffer, 0, read);
        }
    }
}
