/** The embedded PostgreSQL, its roles, and the migrations at start. */
package org.pipewright.deploy.database;
