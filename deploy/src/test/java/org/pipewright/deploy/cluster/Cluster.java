package org.pipewright.deploy.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import org.pipewright.deploy.launcher.Options;
import org.pipewright.deploy.launcher.Product;
import org.pipewright.deploy.product.RunningProduct;

/**
 * Two installations of the product on one database of their own, started at the same moment. The running product lends
 * them its PostgreSQL, its accounts and its mail catcher.
 */
final class Cluster implements AutoCloseable {

    private static final String DATABASE = "pipewright_cluster";

    private final RunningProduct lender = RunningProduct.get();
    private final Path work;
    private final Options optionsOfA;
    private final Options optionsOfB;
    private final Product a;
    private final Product b;

    private Cluster(Path work) {
        this.work = work;
        superuser(
                "postgres",
                "drop database if exists " + DATABASE + " with (force)",
                "create database " + DATABASE + " owner pipewright_owner encoding 'UTF8'",
                "revoke all on database " + DATABASE + " from public",
                "grant connect, temporary on database " + DATABASE + " to pipewright_app");
        optionsOfA = options("a");
        optionsOfB = options("b");
        CompletableFuture<Product> first = CompletableFuture.supplyAsync(() -> Product.start(optionsOfA));
        CompletableFuture<Product> second = CompletableFuture.supplyAsync(() -> Product.start(optionsOfB));
        CompletableFuture.allOf(first, second).exceptionally(failure -> null).join();
        if (first.isCompletedExceptionally() || second.isCompletedExceptionally()) {
            first.thenAccept(Product::close);
            second.thenAccept(Product::close);
        }
        a = first.join();
        b = second.join();
    }

    static Cluster started(Path work) {
        return new Cluster(work);
    }

    URI a() {
        return address(optionsOfA);
    }

    URI b() {
        return address(optionsOfB);
    }

    /** Whether the process is the application server of the first node. */
    boolean isA(long process) {
        return a.applicationServer().pid() == process;
    }

    /** Both share one public address; each is asked at its own. */
    private static URI address(Options options) {
        return URI.create("http://localhost:" + options.ports().application());
    }

    /** Puts the jar beside the modules of both nodes and starts their applications anew at the same moment. */
    void restartedWith(Path jar) {
        List.of(a, b).forEach(node -> copied(jar, node.droppedModules()));
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(a::restartApplication),
                        CompletableFuture.runAsync(b::restartApplication))
                .join();
    }

    private static void copied(Path jar, Path folder) {
        try {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets nobody connect to the database any more, and ends all connections. */
    void closeDatabase() {
        superuser(
                "postgres",
                "alter database " + DATABASE + " allow_connections false",
                "select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + DATABASE + "'");
    }

    void openDatabase() {
        superuser("postgres", "alter database " + DATABASE + " allow_connections true");
    }

    /** What a query finds in the cluster's database, past all policies: the columns of each row with a bar between. */
    List<String> query(String sql) {
        try (Connection connection = connected(DATABASE);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                List<String> columns = new ArrayList<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    columns.add(rows.getString(column));
                }
                found.add(String.join("|", columns));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private void superuser(String database, String... commands) {
        try (Connection connection = connected(database);
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                statement.execute(command);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connected(String database) throws SQLException {
        return DriverManager.getConnection(address(database), "postgres", lender.secret("database.superuser"));
    }

    private String address(String database) {
        return lender.database().url().replaceFirst("/[^/]*$", "/" + database);
    }

    private Options options(String name) {
        Path data = work.resolve(name);
        Properties settings = new Properties();
        settings.setProperty("pipewright.platform.database-url", address(DATABASE));
        settings.setProperty(
                "pipewright.platform.database-password", lender.database().password());
        settings.setProperty(
                "pipewright.platform.database-owner-password", lender.database().ownerPassword());
        settings.setProperty("pipewright.platform.issuer-url", lender.issuer().toString());
        settings.setProperty("pipewright.platform.client-secret", lender.secret("client.web"));
        settings.setProperty("pipewright.platform.keycloak-client-secret", lender.secret("client.admin"));
        settings.setProperty("pipewright.platform.public-url", lender.url().toString());
        settings.setProperty("pipewright.platform.mail-host", "127.0.0.1");
        settings.setProperty("pipewright.platform.mail-port", String.valueOf(lender.smtpPort()));
        settings.setProperty("pipewright.platform.job-heartbeat-seconds", "1");
        settings.setProperty("pipewright.platform.outbox-attempts", "3");
        settings.setProperty("pipewright.launcher.memory", "512m");
        write(settings, data);
        Path distribution = Path.of(System.getProperty("pipewright.distribution"));
        return Options.forTest(distribution, data).withAddress("127.0.0.1");
    }

    private static void write(Properties settings, Path data) {
        try {
            Files.createDirectories(data);
            try (Writer writer = Files.newBufferedWriter(data.resolve("pipewright.properties"))) {
                settings.store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        a.close();
        b.close();
        superuser("postgres", "drop database if exists " + DATABASE + " with (force)");
    }
}
