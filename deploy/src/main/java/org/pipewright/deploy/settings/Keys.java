package org.pipewright.deploy.settings;

/** The configuration keys that the launcher reads or fills in. */
public final class Keys {

    public static final String PUBLIC_URL = "pipewright.platform.public-url";
    public static final String DATABASE_URL = "pipewright.platform.database-url";
    public static final String DATABASE_USER = "pipewright.platform.database-user";
    public static final String DATABASE_PASSWORD = "pipewright.platform.database-password";
    public static final String DATABASE_OWNER_USER = "pipewright.platform.database-owner-user";
    public static final String DATABASE_OWNER_PASSWORD = "pipewright.platform.database-owner-password";
    public static final String ISSUER_URL = "pipewright.platform.issuer-url";
    public static final String CLIENT_ID = "pipewright.platform.client-id";
    public static final String CLIENT_SECRET = "pipewright.platform.client-secret";
    public static final String AUDIENCE = "pipewright.platform.audience";
    public static final String KEYCLOAK_URL = "pipewright.platform.keycloak-url";
    public static final String KEYCLOAK_REALM = "pipewright.platform.keycloak-realm";
    public static final String KEYCLOAK_CLIENT_ID = "pipewright.platform.keycloak-client-id";
    public static final String KEYCLOAK_CLIENT_SECRET = "pipewright.platform.keycloak-client-secret";
    public static final String SECRET_KEY = "pipewright.platform.secret-key";
    public static final String PRIVATE_MAIL_SERVERS = "pipewright.platform.private-mail-servers";
    public static final String MAIL_HOST = "pipewright.platform.mail-host";
    public static final String MAIL_PORT = "pipewright.platform.mail-port";
    public static final String MAIL_FROM = "pipewright.platform.mail-from";
    public static final String DEMO = "pipewright.platform.demo";
    public static final String OPERATORS = "pipewright.platform.operators";
    public static final String MEMORY = "pipewright.launcher.memory";
    public static final String JAVA_OPTIONS = "pipewright.launcher.java-options";
    public static final String KEYCLOAK_MEMORY = "pipewright.launcher.keycloak-memory";

    private Keys() {}
}
