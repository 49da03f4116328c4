package org.pipewright.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The one data source of the application; every persistence unit and all SQL of the core share it. The server gives a
 * transaction a second connection for statements made while the persistence library holds the first, so that there are
 * two for each thread that serves requests and some for work in the background: with fewer, transactions that wait for
 * one another's rows would wait for connections too.
 */
@DataSourceDefinition(
        name = PipewrightDataSource.JNDI_NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
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
