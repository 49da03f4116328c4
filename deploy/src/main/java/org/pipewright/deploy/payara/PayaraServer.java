package org.pipewright.deploy.payara;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.pipewright.deploy.processes.ChildProcess;
import org.pipewright.deploy.processes.Readiness;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.Folders;

/** One application server with the application in it. */
public final class PayaraServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    private static final String NOT_DEPLOYED = "Exception while loading the app : ";

    private final ChildProcess process;
    private final URI url;

    private PayaraServer(ChildProcess process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server and waits until it takes requests. */
    public static PayaraServer started(
            Node node, WebApplication application, Map<String, String> settings, Consumer<ProcessHandle> known) {
        ChildProcess process = ChildProcess.started("Payara Micro", command(node, application), settings, node.log());
        known.accept(process.handle());
        PayaraServer server = new PayaraServer(process, URI.create("http://localhost:" + node.port()));
        try {
            server.awaitReadiness();
            return server;
        } catch (StartFailure e) {
            server.close();
            throw e;
        }
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** Completes when the server ends. */
    public CompletableFuture<Process> onExit() {
        return process.onExit();
    }

    /** The last lines of its log. */
    public String endOfLog() {
        return process.endOfLog();
    }

    @Override
    public void close() {
        process.stop(30);
    }

    private void awaitReadiness() {
        Readiness.await(this::requireDeployed, url.resolve("/health/ready"), PATIENCE, () -> process.endOfLog());
    }

    /** The server lives on without the application when that cannot be deployed; only its log tells. */
    private void requireDeployed() {
        process.requireAlive();
        process.firstLogged(NOT_DEPLOYED).ifPresent(line -> {
            throw new StartFailure("The application cannot be deployed.\n" + line + "\nSee " + process.log());
        });
    }

    private static List<String> command(Node node, WebApplication application) {
        Folders.remove(node.scratch());
        Path commands = Folders.made(node.scratch()).resolve("preboot.asadmin");
        write(commands, ServerCommands.text(node.address()));
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx" + node.memory(),
                "-XX:+ExitOnOutOfMemoryError",
                "-Djava.io.tmpdir=" + Folders.made(node.scratch().resolve("tmp")),
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true",
                "-jar",
                node.jar().toString(),
                "--deploy",
                application.folder().toString(),
                "--contextroot",
                "/",
                "--port",
                Integer.toString(node.port()),
                "--prebootcommandfile",
                commands.toString(),
                "--logproperties",
                node.logging().toString(),
                "--nocluster",
                "--disablephonehome");
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
