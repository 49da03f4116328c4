package org.pipewright.platform.architecture.wrong.sql;

import java.sql.Connection;

class OpensConnections {
    Connection connection;
}
