package org.pipewright.deploy.payara;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.pipewright.deploy.processes.ChildProcess;
import org.pipewright.deploy.processes.Readiness;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.Folders;

/** One application server with the application in it. */
public final class PayaraServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);

    /** Named here, the server does not look through every jar of the application for it at each JSON text. */
    private static final String JSON_PROVIDER = "-Djakarta.json.provider=org.eclipse.parsson.JsonProviderImpl";

    private static final String NOT_DEPLOYED = "Exception while loading the app : ";

    private final ChildProcess process;
    private final URI url;

    private PayaraServer(ChildProcess process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Starts a server; {@link #awaitReadiness()} tells when it takes requests. */
    public static PayaraServer starting(Node node, WebApplication application, Map<String, String> settings) {
        ChildProcess process = ChildProcess.started("Payara Micro", command(node, application), settings, node.log());
        return new PayaraServer(process, URI.create("http://localhost:" + node.port()));
    }

    /** Waits until the application takes requests. */
    public void awaitReadiness() {
        Readiness.await(this::requireDeployed, url.resolve("/health/ready"), PATIENCE, process::endOfLog);
    }

    /** Where it listens. */
    public URI url() {
        return url;
    }

    /** The process, to be recognised by a later start. */
    public ProcessHandle handle() {
        return process.handle();
    }

    /** Tells when the server ends without having been stopped. */
    public void onUnexpectedEnd(Consumer<String> listener) {
        process.onUnexpectedEnd(listener);
    }

    @Override
    public void close() {
        process.stop(30);
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
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms256m",
                "-Xmx" + node.memory(),
                "-XX:+ExitOnOutOfMemoryError",
                JSON_PROVIDER,
                "-Djava.io.tmpdir=" + Folders.made(node.scratch().resolve("tmp")),
                "-Duser.timezone=UTC",
                "-Djava.awt.headless=true"));
        command.addAll(node.javaOptions());
        command.addAll(List.of("-jar", node.jar().toString()));
        command.addAll(List.of("--deploy", application.folder().toString(), "--contextroot", "/"));
        command.addAll(List.of("--port", Integer.toString(node.port()), "--nocluster", "--disablephonehome"));
        command.addAll(List.of("--prebootcommandfile", commands.toString()));
        command.addAll(List.of("--logproperties", node.logging().toString()));
        return command;
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new StartFailure(file + " cannot be written: " + e.getMessage(), e);
        }
    }
}
