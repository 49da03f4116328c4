package org.pipewright.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Lets the database check what is deferred just before a transaction that has written ends. Left to the commit, a
 * refusal would reach nobody: the server keeps its cause to itself.
 */
@ApplicationScoped
class Ending {

    private static final String EXPECTED = Ending.class.getName();
    private static final ThreadLocal<SQLException> REFUSED = new ThreadLocal<>();

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Resource(lookup = PipewrightDataSource.JNDI_NAME)
    DataSource dataSource;

    /** The running transaction has written. */
    void expect() {
        if (transactions.getTransactionStatus() == Status.STATUS_ACTIVE && transactions.getResource(EXPECTED) == null) {
            transactions.putResource(EXPECTED, true);
            transactions.registerInterposedSynchronization(new Check());
        }
    }

    /** Why the transaction that this thread was about to end was refused; told once. */
    static Optional<SQLException> refused() {
        Optional<SQLException> refused = Optional.ofNullable(REFUSED.get());
        REFUSED.remove();
        return refused;
    }

    private final class Check implements Synchronization {

        @Override
        public void beforeCompletion() {
            try (Connection connection = dataSource.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set constraints all immediate");
            } catch (SQLException e) {
                REFUSED.set(e);
                transactions.setRollbackOnly();
            }
        }

        @Override
        public void afterCompletion(int status) {
            // What was refused is told by whoever began the transaction.
        }
    }
}
