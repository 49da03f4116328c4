package org.pipewright.deploy.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.deploy.settings.DataFolder;

/** A PostgreSQL server of our own, its cluster kept in the data folder. */
public final class EmbeddedDatabase implements AutoCloseable {

    private static final String SUPERUSER = "postgres";

    private final EmbeddedPostgres server;
    private final DatabaseAccess access;
    private final Path cluster;

    private EmbeddedDatabase(EmbeddedPostgres server, DatabaseAccess access, Path cluster) {
        this.server = server;
        this.cluster = cluster;
        this.access = access;
    }

    /** Starts the server on the port; the first start creates cluster, roles and database. */
    public static EmbeddedDatabase started(DataFolder data, int port) {
        Path cluster = data.folder("postgres").resolve("cluster");
        boolean first = !Files.exists(cluster.resolve("pipewright-roles"));
        String superPassword = data.secrets().named("database.superuser");
        try {
            DatabaseAccess access = access(data, port);
            EmbeddedPostgres server = server(data, cluster, port, superPassword);
            if (first) {
                prepare(server, access, superPassword);
                closeToTheUnknown(cluster, port, superPassword);
            }
            return new EmbeddedDatabase(server, access, cluster);
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartFailure(
                    "PostgreSQL cannot be started: " + e.getMessage() + "\nSee " + data.log("postgres"), e);
        }
    }

    /** How to reach it. */
    public DatabaseAccess access() {
        return access;
    }

    /** The server's process, to be recognised by a later start. */
    public Optional<ProcessHandle> handle() {
        try (Stream<String> lines = Files.lines(cluster.resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StartFailure("PostgreSQL did not stop: " + e.getMessage(), e);
        }
    }

    private static EmbeddedPostgres server(DataFolder data, Path cluster, int port, String superPassword)
            throws IOException {
        File log = data.log("postgres").toFile();
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setOverrideWorkingDirectory(data.folder("postgres", "engine").toFile())
                .setDataDirectory(cluster)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(60))
                .setLocaleConfig("locale", "C")
                .setLocaleConfig("locale-provider", "icu")
                .setLocaleConfig("icu-locale", "und")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("max_connections", "250")
                .setServerConfig("shared_buffers", "128MB")
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("unix_socket_directories", "")
                .setConnectConfig("password", superPassword)
                .setOutputRedirector(Redirect.appendTo(log))
                .setErrorRedirector(Redirect.appendTo(log))
                .start();
    }

    private static DatabaseAccess access(DataFolder data, int port) {
        return new DatabaseAccess(
                "jdbc:postgresql://127.0.0.1:" + port + "/pipewright",
                DatabaseRoles.APPLICATION,
                data.secrets().named("database.application"),
                DatabaseRoles.OWNER,
                data.secrets().named("database.owner"));
    }

    private static void prepare(EmbeddedPostgres server, DatabaseAccess access, String superPassword)
            throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            for (String command : DatabaseRoles.commands(access)) {
                statement.execute(command);
            }
            statement.execute("alter role " + SUPERUSER + " password '" + superPassword + "'");
        }
    }

    /** The cluster is created with access for everybody on this machine; from here on a password is asked for. */
    private static void closeToTheUnknown(Path cluster, int port, String superPassword)
            throws IOException, SQLException {
        Files.writeString(cluster.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        try (Connection connection = DriverManager.getConnection(
                        "jdbc:postgresql://127.0.0.1:" + port + "/postgres", SUPERUSER, superPassword);
                Statement statement = connection.createStatement()) {
            statement.execute("select pg_reload_conf()");
        }
        Files.createFile(cluster.resolve("pipewright-roles"));
    }
}
