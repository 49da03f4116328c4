package org.pipewright.deploy.database;

/**
 * How the product reaches its database.
 *
 * @param url JDBC address
 * @param user the application's role, without DDL
 * @param password of that role
 * @param ownerUser the role that owns the schemas and migrates them
 * @param ownerPassword of that role
 */
public record DatabaseAccess(String url, String user, String password, String ownerUser, String ownerPassword) {}
