/** The database: migrations, the data source, and the tenant that is bound to every transaction. */
package org.pipewright.platform.database;
