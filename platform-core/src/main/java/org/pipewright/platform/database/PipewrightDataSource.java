package org.pipewright.platform.database;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.enterprise.context.ApplicationScoped;

/** The one data source of the application; every persistence unit and all SQL of the core share it. */
@DataSourceDefinition(
        name = PipewrightDataSource.JNDI_NAME,
        className = "org.postgresql.ds.PGSimpleDataSource",
        url = "${MPCONFIG=pipewright.platform.database-url}",
        user = "${MPCONFIG=pipewright.platform.database-user}",
        password = "${MPCONFIG=pipewright.platform.database-password}",
        minPoolSize = 4,
        maxPoolSize = 24,
        properties = {
            "stringtype=unspecified",
            "reWriteBatchedInserts=true",
            "fish.payara.is-connection-validation-required=false"
        })
@ApplicationScoped
class PipewrightDataSource {

    static final String JNDI_NAME = "java:app/jdbc/pipewright";
}
