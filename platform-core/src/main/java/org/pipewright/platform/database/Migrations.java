package org.pipewright.platform.database;

import java.util.Map;
import org.flywaydb.core.Flyway;

/**
 * Brings the database to the state the code needs, as the owner role: the core first, then each module in its own
 * schema with its own history. Safe to run from several nodes at once; the second waits for the first.
 */
public final class Migrations {

    /** Role the application works as. It has no DDL and cannot bypass row-level security. */
    public static final String APP_ROLE = "pipewright_app";
    /** Role that owns the search function; it cannot log in. */
    public static final String SEARCH_ROLE = "pipewright_search";

    private final String url;
    private final String owner;
    private final String password;

    public Migrations(String url, String owner, String password) {
        this.url = url;
        this.owner = owner;
        this.password = password;
    }

    /** Migrates the core's schemas {@code platform} and {@code core}. */
    public void migrateCore(ClassLoader resources) {
        migrate("platform", resources);
    }

    /** Migrates the schema of one module from {@code db/migration/<module>} of its jar. */
    public void migrateModule(String module, ClassLoader resources) {
        migrate(module, resources);
    }

    private void migrate(String schema, ClassLoader resources) {
        Flyway.configure(resources)
                .dataSource(url, owner, password)
                .schemas(schema)
                .defaultSchema(schema)
                .createSchemas(true)
                .table("flyway_history")
                .locations("classpath:db/migration/" + schema)
                .placeholders(Map.of("app", APP_ROLE, "search", SEARCH_ROLE))
                .validateMigrationNaming(true)
                .callbacks(new KnownSettings())
                .load()
                .migrate();
    }
}
