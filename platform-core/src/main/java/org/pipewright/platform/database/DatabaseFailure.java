package org.pipewright.platform.database;

import java.sql.SQLException;

/** The database refused a statement. The SQL state tells whether the data or the system is at fault. */
public final class DatabaseFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    DatabaseFailure(SQLException cause) {
        super(cause.getMessage(), cause);
    }

    /** The five-character SQL state. */
    public String sqlState() {
        return ((SQLException) getCause()).getSQLState();
    }
}
