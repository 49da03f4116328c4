package org.pipewright.deploy.product;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.pipewright.deploy.database.DatabaseAccess;

/** The rows of one tenant in every table that has a tenant, straight from the database. */
public final class TenantTables {

    private static final String TABLES = "select c.oid::regclass::text from pg_class c"
            + " join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid"
            + " where c.relkind in ('r', 'p') and a.attname = 'tenant_id' and not a.attisdropped"
            + " and n.nspname not in ('pg_catalog', 'information_schema')"
            // What is counted of every call changes with refused ones too, and later.
            + " and c.oid not in ('platform.usage'::regclass, 'platform.usage_member'::regclass) order by 1";

    private final DatabaseAccess database;
    private final String tenant;

    public TenantTables(DatabaseAccess database, String tenantId) {
        this.database = database;
        this.tenant = tenantId;
    }

    /** One hash for each table over all rows of the tenant. */
    public Map<String, String> hashes() {
        Map<String, String> hashes = new TreeMap<>();
        try (Connection connection = bound()) {
            for (String table : tables(connection)) {
                hashes.put(table, hash(connection, table));
            }
            return hashes;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The hashes without those of the named tables. */
    public Map<String, String> hashesWithout(String... tables) {
        Map<String, String> hashes = hashes();
        List.of(tables).forEach(hashes::remove);
        return hashes;
    }

    /** Ids of all rows that have one. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        try (Connection connection = bound()) {
            for (String table : tables(connection)) {
                ids.addAll(list(
                        connection,
                        "select to_jsonb(t)->>'id' from " + table + " t where tenant_id = '" + tenant
                                + "' and to_jsonb(t)->>'id' like '%-%-%'"));
            }
            return ids;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection bound() throws SQLException {
        Connection connection =
                DriverManager.getConnection(database.url(), database.ownerUser(), database.ownerPassword());
        connection.setAutoCommit(false);
        try (PreparedStatement bind = connection.prepareStatement("select set_config('pipewright.tenant', ?, true)")) {
            bind.setString(1, tenant);
            bind.execute();
        }
        return connection;
    }

    private static List<String> tables(Connection connection) throws SQLException {
        return list(connection, TABLES);
    }

    private static List<String> list(Connection connection, String sql) throws SQLException {
        List<String> found = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                found.add(rows.getString(1));
            }
        }
        return found;
    }

    private String hash(Connection connection, String table) throws SQLException {
        String sql = "select count(*) || ' rows ' || coalesce(md5(string_agg(md5(t::text), '' order by t::text)), '')"
                + " from " + table + " t where tenant_id = ?::uuid";
        try (PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, tenant);
            try (ResultSet rows = query.executeQuery()) {
                rows.next();
                return rows.getString(1);
            }
        }
    }
}
