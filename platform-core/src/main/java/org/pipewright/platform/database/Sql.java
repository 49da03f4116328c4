package org.pipewright.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** SQL on the connection of the running transaction, and so with its tenant. */
@ApplicationScoped
public class Sql {

    private static final String WRITTEN = Sql.class.getName();

    @Resource(lookup = PipewrightDataSource.JNDI_NAME)
    DataSource dataSource;

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    /** Reads one row. */
    @FunctionalInterface
    public interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** All rows of a query. */
    public <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, List.of(wrapNulls(parameters)));
    }

    /** All rows of a query whose parameters were collected while it was composed. */
    public <T> List<T> list(String sql, RowReader<T> reader, List<?> parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters);
                ResultSet rows = statement.executeQuery()) {
            List<T> result = new ArrayList<>();
            while (rows.next()) {
                result.add(reader.read(rows));
            }
            return result;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** Does something with each row. */
    @FunctionalInterface
    public interface RowVisitor {
        void visit(ResultSet row) throws SQLException;
    }

    /** Goes through all rows of a query without holding them all; needs a running transaction. Returns how many. */
    public long each(String sql, int atATime, RowVisitor visitor, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, List.of(wrapNulls(parameters)))) {
            statement.setFetchSize(atATime);
            long count = 0;
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    visitor.visit(rows);
                    count++;
                }
            }
            return count;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    /** The first row, if there is one. */
    public <T> Optional<T> first(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    /** Runs a statement that changes rows; returns how many. */
    public int update(String sql, Object... parameters) {
        return update(sql, List.of(wrapNulls(parameters)));
    }

    /** Runs a statement whose parameters were collected while it was composed. */
    public int update(String sql, List<?> parameters) {
        noteWriting();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = prepared(connection, sql, parameters)) {
            return statement.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private void noteWriting() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            transactions.putResource(WRITTEN, true);
        }
    }

    /**
     * Lets the database check what is deferred, if the running transaction has written. Left to the commit, a refusal
     * would reach nobody: the server keeps its cause to itself.
     */
    void checkDeferred() {
        if (transactions.getResource(WRITTEN) != null) {
            update("set constraints all immediate");
        }
    }

    /** Runs one statement for each row of parameters, all in one batch. */
    public void batch(String sql, List<? extends List<?>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        noteWriting();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (List<?> row : rows) {
                addBatch(connection, statement, row);
            }
            statement.executeBatch();
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static void addBatch(Connection connection, PreparedStatement statement, List<?> row) throws SQLException {
        int index = 1;
        for (Object parameter : row) {
            bind(connection, statement, index++, parameter == null ? NULL : parameter);
        }
        statement.addBatch();
    }

    /** Stands for SQL null in a list of parameters. */
    public static final Object NULL = new Object();

    private static Object[] wrapNulls(Object[] parameters) {
        Object[] wrapped = parameters.clone();
        for (int i = 0; i < wrapped.length; i++) {
            wrapped[i] = wrapped[i] == null ? NULL : wrapped[i];
        }
        return wrapped;
    }

    private static PreparedStatement prepared(Connection connection, String sql, List<?> parameters)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        int index = 1;
        for (Object parameter : parameters) {
            bind(connection, statement, index++, parameter);
        }
        return statement;
    }

    private static void bind(Connection connection, PreparedStatement statement, int index, Object value)
            throws SQLException {
        if (value == NULL) {
            statement.setObject(index, null);
        } else if (value instanceof Instant instant) {
            statement.setObject(index, instant.atOffset(ZoneOffset.UTC));
        } else if (value instanceof Enum<?> constant) {
            statement.setString(index, constant.name());
        } else if (value instanceof Collection<?> values) {
            statement.setArray(index, array(connection, values));
        } else {
            statement.setObject(index, value);
        }
    }

    private static Array array(Connection connection, Collection<?> values) throws SQLException {
        boolean ids = !values.isEmpty() && values.iterator().next() instanceof UUID;
        return connection.createArrayOf(ids ? "uuid" : "text", values.toArray());
    }
}
