package org.pipewright.deploy.product;

/** Somebody of the demo who can ask for a token. */
public enum DemoMember {
    ANNA_ADMIN("anna.admin@acme.example", "tenant-admin"),
    MAX_MANAGER("max.manager@acme.example", "sales-manager"),
    RITA_REP("rita.rep@acme.example", "sales-rep"),
    ROB_REP("rob.rep@acme.example", "sales-rep"),
    BILL_CLERK("bill.clerk@acme.example", "billing-clerk"),
    TARA_TERRITORY("tara.territory@acme.example", "territory-manager"),
    OTTO_ONLY("otto.only@acme.example", "read-only"),
    GINA_ADMIN("gina.admin@globex.example", "tenant-admin"),
    OPERATOR("operator@pipewright.example", "operator");

    private final String email;
    private final String role;

    DemoMember(String email, String role) {
        this.email = email;
        this.role = role;
    }

    public String email() {
        return email;
    }

    /** Key of the role held in the home tenant. */
    public String role() {
        return role;
    }
}
