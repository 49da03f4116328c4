package org.pipewright.deploy.container;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.spi.LoadableExtension;
import org.jboss.arquillian.test.spi.event.suite.AfterSuite;
import org.jboss.arquillian.test.spi.event.suite.BeforeSuite;
import org.pipewright.deploy.database.DatabaseAccess;
import org.pipewright.deploy.database.EmbeddedDatabase;
import org.pipewright.deploy.database.SchemaUpdate;
import org.pipewright.deploy.launcher.Version;
import org.pipewright.deploy.modules.ModuleVetting;
import org.pipewright.deploy.settings.DataFolder;
import org.pipewright.deploy.settings.Folders;
import org.pipewright.deploy.settings.Keys;

/** Starts a database with two tenants before the container starts, and tells the container where it is. */
public final class ContainerDatabase implements LoadableExtension {

    static final Path TARGET = Path.of("target", "in-container").toAbsolutePath();

    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Running.class);
    }

    /** The database of one suite. */
    public static final class Running {

        private EmbeddedDatabase database;
        private DataFolder data;

        void start(@Observes(precedence = 100) BeforeSuite event) {
            Folders.remove(TARGET);
            data = DataFolder.opened(Folders.made(TARGET).resolve("data"));
            database = EmbeddedDatabase.started(data, freePort());
            SchemaUpdate update = new SchemaUpdate(database.access());
            update.ofCore();
            ModuleVetting.of(List.of(distribution().resolve("modules")), Version.ofThisBuild())
                    .accepted()
                    .forEach(module -> update.ofModule(module.id(), module.classes()));
            addTenants(database.access());
            write(settings(database.access()));
        }

        void stop(@Observes(precedence = -100) AfterSuite event) {
            database.close();
            data.close();
        }
    }

    static Path distribution() {
        return Path.of(System.getProperty("pipewright.distribution"));
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void addTenants(DatabaseAccess access) {
        try (Connection connection =
                        DriverManager.getConnection(access.url(), access.ownerUser(), access.ownerPassword());
                Statement statement = connection.createStatement()) {
            for (UUID tenant : List.of(InContainerIT.HERE, InContainerIT.THERE)) {
                statement.execute("insert into platform.tenant (id, slug, name, status, country, time_zone, language,"
                        + " currency) values ('" + tenant + "', 'tenant-"
                        + tenant.toString().substring(35)
                        + "', 'A tenant', 'ACTIVE', 'DE', 'UTC', 'en', 'EUR')");
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Properties settings(DatabaseAccess access) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                Keys.DATABASE_URL, access.url(),
                Keys.DATABASE_USER, access.user(),
                Keys.DATABASE_PASSWORD, access.password(),
                Keys.PUBLIC_URL, "http://localhost",
                Keys.ISSUER_URL, "http://localhost/realms/none",
                Keys.CLIENT_SECRET, "none",
                Keys.KEYCLOAK_URL, "http://localhost",
                Keys.KEYCLOAK_CLIENT_SECRET, "none",
                Keys.SECRET_KEY, "a key of the tests alone",
                Keys.DEMO, "false"));
        return settings;
    }

    private static void write(Properties settings) {
        try (OutputStream out = Files.newOutputStream(TARGET.resolve("settings.properties"))) {
            settings.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
