package org.pipewright.platform.tenants;

import static org.pipewright.platform.spi.access.BuiltInRole.BILLING_CLERK;
import static org.pipewright.platform.spi.access.BuiltInRole.READ_ONLY;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_MANAGER;
import static org.pipewright.platform.spi.access.BuiltInRole.SALES_REP;
import static org.pipewright.platform.spi.access.BuiltInRole.TENANT_ADMIN;
import static org.pipewright.platform.spi.access.BuiltInRole.TERRITORY_MANAGER;

import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.access.BuiltInRole;

/** The organisations of the demo and who works there: one person per role, one who belongs to both. */
record DemoTenant(NewTenant facts, List<DemoTeam> teams, List<DemoMember> members) {

    /** Password of every account of the demo. */
    static final String PASSWORD = "demo-pipewright";

    /** A team; the parent stands before it in the list. */
    record DemoTeam(String name, String parent) {}

    /** Somebody who works there; the first of the list is the first administrator. */
    record DemoMember(String email, String name, BuiltInRole role, String team) {}

    private static final NewTenant ACME = new NewTenant(
            UUID.fromString("01900000-0000-7000-8000-00000000ac3e"),
            "acme",
            "Acme Inc",
            "DE",
            "Europe/Berlin",
            "en",
            "EUR");

    private static final NewTenant GLOBEX = new NewTenant(
            UUID.fromString("01900000-0000-7000-8000-00000061053e"),
            "globex",
            "Globex Corporation",
            "US",
            "America/New_York",
            "en",
            "USD");

    static final List<DemoTenant> ALL = List.of(
            new DemoTenant(
                    ACME,
                    List.of(
                            new DemoTeam("Sales", null),
                            new DemoTeam("North", "Sales"),
                            new DemoTeam("South", "Sales"),
                            new DemoTeam("Back office", null)),
                    List.of(
                            new DemoMember("anna.admin@acme.example", "Anna Admin", TENANT_ADMIN, "Back office"),
                            new DemoMember("max.manager@acme.example", "Max Manager", SALES_MANAGER, "Sales"),
                            new DemoMember("rita.rep@acme.example", "Rita Rep", SALES_REP, "North"),
                            new DemoMember("rob.rep@acme.example", "Rob Rep", SALES_REP, "South"),
                            new DemoMember("bill.clerk@acme.example", "Bill Clerk", BILLING_CLERK, "Back office"),
                            new DemoMember("tara.territory@acme.example", "Tara Territory", TERRITORY_MANAGER, "Sales"),
                            new DemoMember("otto.only@acme.example", "Otto Only", READ_ONLY, "Back office"),
                            new DemoMember("sam.both@acme.example", "Sam Both", SALES_REP, "North"))),
            new DemoTenant(
                    GLOBEX,
                    List.of(new DemoTeam("Sales", null)),
                    List.of(
                            new DemoMember("gina.admin@globex.example", "Gina Admin", TENANT_ADMIN, "Sales"),
                            new DemoMember("gus.rep@globex.example", "Gus Rep", SALES_REP, "Sales"),
                            new DemoMember("bea.clerk@globex.example", "Bea Clerk", BILLING_CLERK, "Sales"),
                            new DemoMember(
                                    "theo.territory@globex.example", "Theo Territory", TERRITORY_MANAGER, "Sales"),
                            new DemoMember("olive.only@globex.example", "Olive Only", READ_ONLY, "Sales"),
                            new DemoMember("sam.both@acme.example", "Sam Both", SALES_MANAGER, "Sales"))));
}
