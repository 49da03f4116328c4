package org.pipewright.deploy.database;

import java.util.Optional;
import org.pipewright.deploy.processes.StartFailure;
import org.pipewright.platform.database.Migrations;

/** Brings the database to the state that core and modules need. */
public final class SchemaUpdate {

    private final DatabaseAccess access;
    private final Migrations migrations;

    public SchemaUpdate(DatabaseAccess access) {
        this.access = access;
        this.migrations = new Migrations(access.url(), access.ownerUser(), access.ownerPassword());
    }

    /** Migrates the core; without it nothing starts. */
    public void ofCore() {
        try {
            migrations.migrateCore(SchemaUpdate.class.getClassLoader());
        } catch (RuntimeException e) {
            throw new StartFailure(
                    "The database " + access.url() + " cannot be migrated: "
                            + e.getMessage().strip(),
                    e);
        }
    }

    /** Migrates one module; tells why it failed, if it did. */
    public Optional<String> ofModule(String module, ClassLoader jar) {
        try {
            migrations.migrateModule(module, jar);
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of("its database migration failed: " + firstLine(e));
        }
    }

    private static String firstLine(RuntimeException e) {
        return String.valueOf(e.getMessage()).strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
