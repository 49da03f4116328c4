package org.pipewright.deploy.keycloak;

import java.util.List;

/**
 * Someone who can log in to the demo.
 *
 * @param email also the log-in name
 * @param firstName given name
 * @param lastName family name
 * @param part what the person does in which tenant, for the list that is printed
 */
public record DemoPerson(String email, String firstName, String lastName, String part) {

    /** The password of all of them. */
    public static final String PASSWORD = "demo-pipewright";

    /** Everybody in the demo. */
    public static final List<DemoPerson> ALL = List.of(
            new DemoPerson("anna.admin@acme.example", "Anna", "Admin", "acme: tenant admin"),
            new DemoPerson("max.manager@acme.example", "Max", "Manager", "acme: sales manager"),
            new DemoPerson("rita.rep@acme.example", "Rita", "Rep", "acme: sales rep"),
            new DemoPerson("rob.rep@acme.example", "Rob", "Rep", "acme: sales rep"),
            new DemoPerson("bill.clerk@acme.example", "Bill", "Clerk", "acme: billing clerk"),
            new DemoPerson("tara.territory@acme.example", "Tara", "Territory", "acme: territory manager"),
            new DemoPerson("otto.only@acme.example", "Otto", "Only", "acme: read only"),
            new DemoPerson("sam.both@acme.example", "Sam", "Both", "acme: sales rep, globex: sales manager"),
            new DemoPerson("gina.admin@globex.example", "Gina", "Admin", "globex: tenant admin"),
            new DemoPerson("gus.rep@globex.example", "Gus", "Rep", "globex: sales rep"),
            new DemoPerson("bea.clerk@globex.example", "Bea", "Clerk", "globex: billing clerk"),
            new DemoPerson("theo.territory@globex.example", "Theo", "Territory", "globex: territory manager"),
            new DemoPerson("olive.only@globex.example", "Olive", "Only", "globex: read only"),
            new DemoPerson("operator@pipewright.example", "Olga", "Operator", "platform operator"));
}
