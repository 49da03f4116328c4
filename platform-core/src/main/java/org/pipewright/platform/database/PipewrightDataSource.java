package org.pipewright.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one data source of the application; every persistence unit and all SQL of the core share it. It is one for
 * distributed transactions although there is no other resource: only then does the server hand a transaction the same
 * connection again while the persistence library holds it, and with a second one for each, transactions that wait for
 * one another's rows would wait for connections too.
 */
@DataSourceDefinition(
        name = PipewrightDataSource.JNDI_NAME,
        className = "org.postgresql.xa.PGXADataSource",
        url = "${MPCONFIG=pipewright.platform.database-url}",
        user = "${MPCONFIG=pipewright.platform.database-user}",
        password = "${MPCONFIG=pipewright.platform.database-password}",
        minPoolSize = 4,
        maxPoolSize = 76,
        properties = {
            "stringtype=unspecified",
            "reWriteBatchedInserts=true",
            "fish.payara.is-connection-validation-required=false"
        })
@ApplicationScoped
class PipewrightDataSource {

    static final String JNDI_NAME = "java:app/jdbc/pipewright";
}
