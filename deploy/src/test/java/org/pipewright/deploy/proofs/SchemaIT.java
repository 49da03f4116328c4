package org.pipewright.deploy.proofs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.database.DatabaseAccess;
import org.pipewright.deploy.product.RunningProduct;

/** Every tenant table keeps tenants apart by itself, whatever a query forgets. */
class SchemaIT {

    /** Tables without a tenant; all of them are in the schema platform. */
    private static final Set<String> GLOBAL_TABLES = Set.of(
            "platform.default_change",
            "platform.feature_default",
            "platform.flyway_history",
            "platform.login_attempt",
            "platform.person",
            "platform.scheduled_tasks",
            "platform.session",
            "platform.setting_default",
            "platform.tenant");

    /** Tables of work across tenants, which carry the tenant but are read for all of them. */
    private static final Set<String> ACROSS_TENANTS = Set.of(
            "platform.deletion",
            "platform.entitlement",
            "platform.held_domain",
            "platform.invitation_token",
            "platform.job",
            "platform.membership",
            "platform.module_set_up",
            "platform.outbox",
            "platform.reminder",
            "platform.signup",
            "platform.tenant_limit",
            "platform.usage",
            "platform.usage_member",
            "platform.withheld_feature");

    private static final String TABLES = "select c.oid::regclass::text from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p')"
            + " and n.nspname not like 'pg_%' and n.nspname not in ('information_schema', 'public')";
    private static final String WITH_TENANT =
            " and exists (select 1 from pg_attribute a where a.attrelid = c.oid and a.attname = 'tenant_id'"
                    + " and not a.attisdropped)";
    private static final String OWNED_BY_TENANTS = TABLES + WITH_TENANT + " and n.nspname <> 'platform'";

    private final DatabaseAccess database = RunningProduct.get().database();
    private Connection owner;

    @BeforeEach
    void connect() throws SQLException {
        owner = DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
    }

    @AfterEach
    void disconnect() throws SQLException {
        owner.close();
    }

    @Test
    void thereAreTenantTablesInEverySchema() throws SQLException {
        assertThat(list("select distinct split_part(t, '.', 1) from (" + OWNED_BY_TENANTS + ") x(t)"))
                .contains("core", "sales", "billing", "territories");
    }

    @Test
    void tablesWithoutTenantAreWrittenDown() throws SQLException {
        List<String> without = list(TABLES + WITH_TENANT.replace("and exists", "and not exists"));

        assertThat(without.stream().filter(table -> !table.endsWith(".flyway_history")))
                .isSubsetOf(GLOBAL_TABLES);
    }

    @Test
    void tablesAcrossTenantsAreWrittenDown() throws SQLException {
        assertThat(list(TABLES + WITH_TENANT + " and n.nspname = 'platform'")).isSubsetOf(ACROSS_TENANTS);
    }

    @Test
    void everyTenantTableEnablesAndForcesRowSecurity() throws SQLException {
        assertThat(list(OWNED_BY_TENANTS + " and not (c.relrowsecurity and c.relforcerowsecurity)"))
                .isEmpty();
    }

    @Test
    void everyTenantTableHasAPolicyThatFailsWithoutTenant() throws SQLException {
        String policy = " and not exists (select 1 from pg_policy p where p.polrelid = c.oid and p.polpermissive"
                + " and p.polroles = '{0}' and p.polcmd = '*'"
                + " and pg_get_expr(p.polqual, p.polrelid) like '%current_setting(''pipewright.tenant''::text))::uuid%'"
                + " and pg_get_expr(p.polwithcheck, p.polrelid) = pg_get_expr(p.polqual, p.polrelid))";

        assertThat(list(OWNED_BY_TENANTS + policy)).isEmpty();
    }

    @Test
    void noOtherPolicyOpensATenantTableToTheApplication() throws SQLException {
        String others = "select p.polrelid::regclass::text || ' ' || p.polname from pg_policy p"
                + " where p.polname <> 'tenant' and ('pipewright_app'::regrole::oid = any(p.polroles) or 0 = any(p.polroles))";

        assertThat(list(others)).isEmpty();
    }

    @Test
    void everyIndexOfATenantTableBeginsWithTheTenant() throws SQLException {
        String indexes = "select i.indexrelid::regclass::text from pg_index i join pg_class c on c.oid = i.indrelid"
                + " join pg_namespace n on n.oid = c.relnamespace where n.nspname <> 'platform' and i.indrelid in ("
                + oids() + ") and i.indkey[0] is distinct from (select attnum from pg_attribute"
                + " where attrelid = c.oid and attname = 'tenant_id')";

        assertThat(list(indexes)).isEmpty();
    }

    @Test
    void everyTenantTableHasAPrimaryKey() throws SQLException {
        assertThat(list(OWNED_BY_TENANTS + " and not exists (select 1 from pg_constraint k"
                        + " where k.conrelid = c.oid and k.contype = 'p')"))
                .isEmpty();
    }

    @Test
    void everyReferenceBetweenTenantTablesCarriesTheTenant() throws SQLException {
        String references = "select k.conrelid::regclass::text || ' ' || k.conname from pg_constraint k"
                + " where k.contype = 'f' and k.conrelid in (" + oids() + ") and not exists ("
                + "select 1 from pg_attribute a, pg_attribute b where a.attrelid = k.conrelid and a.attnum = k.conkey[1]"
                + " and b.attrelid = k.confrelid and b.attnum = k.confkey[1]"
                + " and a.attname = 'tenant_id' and b.attname = 'tenant_id')";

        assertThat(list(references)).isEmpty();
    }

    private static String oids() {
        return OWNED_BY_TENANTS.replaceFirst("c.oid::regclass::text", "c.oid");
    }

    @Test
    void theApplicationsRoleCannotGoAroundThePolicies() throws SQLException {
        assertThat(list("select rolname from pg_roles where rolname = 'pipewright_app'"
                        + " and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)"))
                .isEmpty();
        assertThat(list("select g.rolname from pg_auth_members m join pg_roles r on r.oid = m.member"
                        + " join pg_roles g on g.oid = m.roleid where r.rolname = 'pipewright_app'"))
                .isEmpty();
        assertThat(list("select relname::text from pg_class where relowner = 'pipewright_app'::regrole"))
                .isEmpty();
    }

    @Test
    void theApplicationsRoleCannotChangeTheSchema() throws SQLException {
        assertThat(list("select nspname::text from pg_namespace where nspname not like 'pg_temp%'"
                        + " and has_schema_privilege('pipewright_app', oid, 'create')"))
                .isEmpty();
        assertThat(
                        list(
                                "select 'database' where has_database_privilege('pipewright_app', current_database(), 'create')"))
                .isEmpty();
        assertThat(list(TABLES + " and has_table_privilege('pipewright_app', c.oid, 'truncate, references, trigger')"))
                .isEmpty();
    }

    @Test
    void aQueryWithoutABoundTenantFailsLoudly() throws SQLException {
        try (Connection application =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            assertThatThrownBy(() -> list(application, "select name from core.account"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("pipewright.tenant");
        }
    }

    @Test
    void aBoundTenantSeesItsOwnRowsOnlyAndWritesNoOthers() throws SQLException {
        String acme = Workplace.ACME.tenantId();
        String globex = Workplace.GLOBEX.tenantId();
        try (Connection application =
                DriverManager.getConnection(database.url(), database.user(), database.password())) {
            application.setAutoCommit(false);
            list(application, "select set_config('pipewright.tenant', '" + globex + "', true)");

            assertThat(list(application, "select distinct tenant_id::text from core.member"))
                    .containsExactly(globex);
            assertThatThrownBy(() -> list(
                            application,
                            "insert into core.team (tenant_id, id, name) values ('" + acme
                                    + "', gen_random_uuid(), 'Foreign') returning name"))
                    .hasMessageContaining("row-level security");
        }
    }

    private List<String> list(String sql) throws SQLException {
        return list(owner, sql);
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }
}
