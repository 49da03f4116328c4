package org.pipewright.deploy.product;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.pipewright.deploy.database.DatabaseAccess;

/**
 * A way into a database past the product, for states its API cannot make and facts it does not tell.
 *
 * @param url of the database
 * @param user as whom
 * @param password of that user
 * @param tenant slug of the tenant that statements are bound to, if the user needs one
 */
public record Console(String url, String user, String password, Optional<String> tenant) {

    /** What is asked often stays connected: a log-in to the database takes longer than most statements. */
    private static final Map<Console, Connection> KEPT = new ConcurrentHashMap<>();

    /** Past all policies, in a database of the running product's server. */
    public static Console unlimited(String url) {
        return new Console(url, "postgres", RunningProduct.get().secret("database.superuser"), Optional.empty());
    }

    /** Past all policies, in the running product's own database. */
    public static Console unlimited() {
        return unlimited(RunningProduct.get().database().url());
    }

    /** As the owner of all tables, with the policies of one tenant, on whose day today is. */
    public static Console of(String tenant) {
        DatabaseAccess access = RunningProduct.get().database();
        return new Console(access.url(), access.ownerUser(), access.ownerPassword(), Optional.of(tenant));
    }

    /** What a query finds: the columns of each row with a bar between. */
    public List<String> query(String sql, Object... parameters) {
        Connection connection = kept();
        synchronized (connection) {
            try (PreparedStatement statement = prepared(connection, sql, parameters);
                    ResultSet rows = statement.executeQuery()) {
                List<String> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(row(rows));
                }
                return found;
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    private static String row(ResultSet rows) throws SQLException {
        List<String> columns = new ArrayList<>();
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
            columns.add(rows.getString(column));
        }
        return String.join("|", columns);
    }

    /** Executes a statement. */
    public void execute(String sql, Object... parameters) {
        Connection connection = kept();
        synchronized (connection) {
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                statement.execute();
            } catch (SQLException e) {
                throw new IllegalStateException(sql, e);
            }
        }
    }

    /** Executes a statement; what it locks stays locked until the connection is closed. */
    public Connection locking(String sql, Object... parameters) {
        Connection connection = connected();
        try {
            connection.setAutoCommit(false);
            try (PreparedStatement statement = prepared(connection, sql, parameters)) {
                statement.execute();
            }
            return connection;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private Connection kept() {
        return KEPT.compute(this, (console, known) -> isAlive(known) ? known : connected());
    }

    /** Servers of tests are stopped and started again. */
    private static boolean isAlive(Connection connection) {
        try {
            return connection != null && connection.isValid(5);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A connection of one's own. */
    Connection connected() {
        try {
            return bound(DriverManager.getConnection(url, user, password));
        } catch (SQLException e) {
            throw new IllegalStateException(url, e);
        }
    }

    private Connection bound(Connection connection) throws SQLException {
        if (tenant.isPresent()) {
            String bind = "select set_config('pipewright.tenant', id::text, false),"
                    + " set_config('timezone', time_zone, false) from platform.tenant where slug = ?";
            try (PreparedStatement statement = prepared(connection, bind, tenant.get())) {
                statement.execute();
            }
        }
        return connection;
    }

    private static PreparedStatement prepared(Connection connection, String sql, Object... parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }
}
