package org.pipewright.deploy.database;

import java.util.List;

/** The roles the product needs. Who brings a database of their own creates the same ones (see the guide). */
final class DatabaseRoles {

    static final String OWNER = "pipewright_owner";
    static final String APPLICATION = "pipewright_app";
    static final String SEARCH = "pipewright_search";

    private DatabaseRoles() {}

    static List<String> commands(DatabaseAccess access) {
        return List.of(
                role(SEARCH, "nologin"),
                role(OWNER, "login password '" + access.ownerPassword() + "'"),
                role(APPLICATION, "login nosuperuser nobypassrls password '" + access.password() + "'"),
                "grant " + SEARCH + " to " + OWNER,
                "create database pipewright owner " + OWNER,
                "revoke all on database pipewright from public",
                "grant connect, temporary on database pipewright to " + APPLICATION);
    }

    private static String role(String name, String attributes) {
        return "create role " + name + " " + attributes;
    }
}
