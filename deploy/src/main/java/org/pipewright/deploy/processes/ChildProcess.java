package org.pipewright.deploy.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A server in a process of its own, its output in a log file. It does not take part in the terminal's Ctrl-C: the
 * launcher stops its parts one after the other.
 */
public final class ChildProcess {

    private static final int LOG_LINES_SHOWN = 25;

    private final String name;
    private final Process process;
    private final Path log;
    private volatile boolean stopped;

    private ChildProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Starts the command with additional environment variables. */
    public static ChildProcess started(String name, List<String> command, Map<String, String> variables, Path log) {
        try {
            keepPrevious(log);
            ProcessBuilder builder = new ProcessBuilder(deafToInterrupt(command));
            builder.environment().putAll(variables);
            builder.redirectErrorStream(true).redirectOutput(log.toFile());
            return new ChildProcess(name, builder.start(), log);
        } catch (IOException e) {
            throw new StartFailure(name + " cannot be started: " + e.getMessage(), e);
        }
    }

    /** Fails with the end of the log if the process has ended. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new StartFailure(name + " ended with code " + process.exitValue() + ".\n" + endOfLog());
        }
    }

    /** Tells when the process ends without having been stopped. */
    public void onUnexpectedEnd(Consumer<String> listener) {
        process.onExit().thenRun(() -> {
            if (!stopped) {
                listener.accept(name + " has ended unexpectedly.\n" + endOfLog());
            }
        });
    }

    /** Waits for a process that does one task; its exit code. */
    public int result() {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    /** The last lines it wrote, for a person to read. */
    public String endOfLog() {
        List<String> all = lines();
        List<String> last = all.subList(Math.max(0, all.size() - LOG_LINES_SHOWN), all.size());
        return "The end of " + log + ":\n  "
                + last.stream().map(LogLine::readable).collect(Collectors.joining("\n  "));
    }

    /** The first line of the log with these words. */
    public Optional<String> firstLogged(String words) {
        return lines().stream()
                .filter(line -> line.contains(words))
                .map(LogLine::readable)
                .findFirst();
    }

    /** Where it writes to. */
    public Path log() {
        return log;
    }

    private List<String> lines() {
        try (Stream<String> lines = Files.lines(log, StandardCharsets.ISO_8859_1)) {
            return lines.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Asks the process to end, and ends it after the given time if it does not. */
    public void stop(int seconds) {
        stopped = true;
        List<ProcessHandle> all = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        process.destroy();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                all.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        all.forEach(ProcessHandle::destroyForcibly);
    }

    /** The process, to be recognised by a later start. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    private static List<String> deafToInterrupt(List<String> command) {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return command;
        }
        List<String> wrapped = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        wrapped.addAll(command);
        return wrapped;
    }

    private static void keepPrevious(Path log) throws IOException {
        if (Files.exists(log)) {
            Files.move(log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
