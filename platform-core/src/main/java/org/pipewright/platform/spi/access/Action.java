package org.pipewright.platform.spi.access;

/** Names of the actions every record type knows. Verbs are actions of their own names. */
public final class Action {

    public static final String VIEW = "view";
    public static final String CREATE = "create";
    public static final String EDIT = "edit";
    public static final String DELETE = "delete";
    public static final String ASSIGN = "assign";
    public static final String SHARE = "share";
    public static final String EXPORT = "export";
    public static final String IMPORT = "import";
    /** The only action of a capability. */
    public static final String USE = "use";

    private Action() {}
}
