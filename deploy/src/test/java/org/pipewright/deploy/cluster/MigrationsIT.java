package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.database.DatabaseAccess;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.platform.database.Migrations;

/** Migrations of a database that somebody else has begun to migrate (S-PLAT-12). */
class MigrationsIT {

    private final DatabaseAccess access = RunningProduct.get().database();
    private final ClassLoader core = Migrations.class.getClassLoader();

    /** A node that comes to it in the middle, or a later release. */
    @Test
    void goOnInAnotherSession() {
        try (LentDatabase database = new LentDatabase("pipewright_begun")) {
            Flyway.configure(core)
                    .dataSource(database.url(), access.ownerUser(), access.ownerPassword())
                    .schemas("platform")
                    .table("flyway_history")
                    .locations("classpath:db/migration/platform")
                    .placeholders(Map.of("app", Migrations.APP_ROLE, "search", Migrations.SEARCH_ROLE))
                    .target("14")
                    .load()
                    .migrate();

            new Migrations(database.url(), access.ownerUser(), access.ownerPassword()).migrateCore(core);

            assertThat(database.console()
                            .query("select success::text from platform.flyway_history where version = '0015'"))
                    .containsExactly("true");
        }
    }
}
