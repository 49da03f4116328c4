package org.pipewright.deploy.keycloak;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.pipewright.deploy.processes.ChildProcess;
import org.pipewright.deploy.processes.Readiness;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.DataFolder;
import org.pipewright.deploy.settings.Secrets;

/** A Keycloak of our own with its database in the data folder. */
public final class KeycloakServer implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** The quick compiler alone halves the time to start; few people log in at once to an embedded Keycloak. */
    private static final String JAVA_OPTIONS = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:MaxMetaspaceSize=256m"
            + " -XX:+ExitOnOutOfMemoryError -Dfile.encoding=UTF-8 -Djava.awt.headless=true";

    private static final String LAUNCHER_CLIENT = "pipewright-launcher";

    private final ChildProcess process;
    private final URI url;
    private final Secrets secrets;

    private KeycloakServer(ChildProcess process, URI url, Secrets secrets) {
        this.process = process;
        this.url = url;
        this.secrets = secrets;
    }

    /** Starts the server; {@link #awaitReadiness()} tells when it can be used. */
    public static KeycloakServer starting(Path home, DataFolder data, int port, String address, String memory) {
        prepareOnce(home, data);
        URI url = URI.create("http://localhost:" + port);
        List<String> command = command(
                home,
                "start",
                "--optimized",
                "--cache=local",
                "--http-enabled=true",
                "--http-host=" + address,
                "--http-port=" + port,
                "--hostname=" + url,
                "--db-url=jdbc:h2:file:" + data.folder("keycloak").resolve("keycloak")
                        + ";NON_KEYWORDS=VALUE;DB_CLOSE_ON_EXIT=0");
        ChildProcess process =
                ChildProcess.started("Keycloak", command, variables(data.secrets(), memory), data.log("keycloak"));
        return new KeycloakServer(process, url, data.secrets());
    }

    /** Waits until the server answers. */
    public void awaitReadiness() {
        Readiness.await(process::requireAlive, url.resolve("/realms/master"), PATIENCE, process::endOfLog);
    }

    /** Puts the realm in place and keeps it in step with the settings and the languages the product speaks. */
    public void provide(RealmSettings settings, SortedSet<String> languages, boolean demo) {
        new Realm(new KeycloakAdmin(url, LAUNCHER_CLIENT, secrets.named("keycloak.launcher")), settings, languages)
                .provide(demo);
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
        process.stop(20);
    }

    private static Map<String, String> variables(Secrets secrets, String memory) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("JAVA_HOME", System.getProperty("java.home"));
        variables.put("JAVA_OPTS", "-Xms64m -Xmx" + memory + " " + JAVA_OPTIONS);
        variables.put("KC_BOOTSTRAP_ADMIN_CLIENT_ID", LAUNCHER_CLIENT);
        variables.put("KC_BOOTSTRAP_ADMIN_CLIENT_SECRET", secrets.named("keycloak.launcher"));
        variables.put("KC_BOOTSTRAP_ADMIN_USERNAME", "admin");
        variables.put("KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.named("keycloak.admin"));
        return variables;
    }

    /**
     * Keycloak compiles its configuration into the distribution; doing it once makes every later start quick. A build may
     * unpack the distribution anew over the compiled one, which is then no longer as the note says.
     */
    private static void prepareOnce(Path home, DataFolder data) {
        Path note = home.resolve("data/pipewright-prepared");
        try {
            if (isPrepared(home, note)) {
                return;
            }
            Files.createDirectories(note.getParent());
            try (FileChannel channel = FileChannel.open(
                            home.resolve("data/pipewright-lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !isPrepared(home, note)) {
                    prepare(home, data);
                    Files.writeString(note, compiled(home));
                }
            }
        } catch (IOException e) {
            throw new StartFailure("Keycloak in " + home + " cannot be prepared: " + e.getMessage(), e);
        }
    }

    private static boolean isPrepared(Path home, Path note) throws IOException {
        return Files.exists(note) && Files.readString(note).equals(compiled(home));
    }

    private static String compiled(Path home) throws IOException {
        return Files.getLastModifiedTime(home.resolve("lib/quarkus/generated-bytecode.jar"))
                .toString();
    }

    private static void prepare(Path home, DataFolder data) {
        ChildProcess build = ChildProcess.started(
                "Keycloak",
                command(home, "build", "--db=dev-file", "--health-enabled=false", "--metrics-enabled=false"),
                Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS", "-Xmx768m " + JAVA_OPTIONS),
                data.log("keycloak"));
        if (build.result() != 0) {
            throw new StartFailure("Keycloak cannot be prepared.\n" + build.endOfLog());
        }
    }

    private static List<String> command(Path home, String... arguments) {
        List<String> command = new ArrayList<>();
        boolean windows = System.getProperty("os.name").startsWith("Windows");
        command.add(home.resolve(windows ? "bin/kc.bat" : "bin/kc.sh").toString());
        command.addAll(List.of(arguments));
        return command;
    }
}
