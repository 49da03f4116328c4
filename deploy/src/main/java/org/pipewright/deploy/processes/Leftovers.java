package org.pipewright.deploy.processes;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Remembers the started processes on disk, so that the next start can end those of a launcher that was killed. */
public final class Leftovers {

    private final Path file;
    private final Properties running = new Properties();

    private Leftovers(Path file) {
        this.file = file;
    }

    /** Ends what an earlier launcher left running and starts with an empty record. */
    public static Leftovers ended(Path file) {
        Leftovers leftovers = new Leftovers(file);
        leftovers.read();
        leftovers.running.stringPropertyNames().forEach(leftovers::end);
        leftovers.running.clear();
        return leftovers;
    }

    /** Writes down a process that was started. */
    public synchronized void remember(ProcessHandle process) {
        startOf(process).ifPresent(start -> running.setProperty(Long.toString(process.pid()), start.toString()));
        write();
    }

    /** Everything was stopped in order. */
    public synchronized void forget() {
        running.clear();
        write();
    }

    private void end(String pid) {
        ProcessHandle.of(Long.parseLong(pid))
                .filter(process -> isTheSame(process, running.getProperty(pid)))
                .ifPresent(Leftovers::end);
    }

    /** Process numbers are used again; the time of start tells whether it is still the same process. */
    private static boolean isTheSame(ProcessHandle process, String start) {
        return startOf(process).map(Instant::toString).filter(start::equals).isPresent();
    }

    private static Optional<Instant> startOf(ProcessHandle process) {
        return process.info().startInstant();
    }

    private static void end(ProcessHandle process) {
        process.descendants().forEach(ProcessHandle::destroy);
        process.destroy();
        try {
            process.onExit().get(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private void read() {
        if (!Files.exists(file)) {
            return;
        }
        try (Reader reader = Files.newBufferedReader(file)) {
            running.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write() {
        try (Writer writer = Files.newBufferedWriter(file)) {
            running.store(writer, "Processes of the running installation");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
