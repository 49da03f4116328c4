package org.pipewright.deploy.launcher;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.pipewright.deploy.database.DatabaseAccess;
import org.pipewright.deploy.keycloak.RealmSettings;
import org.pipewright.deploy.settings.Keys;
import org.pipewright.deploy.settings.Secrets;
import org.pipewright.deploy.settings.Settings;

/**
 * Every setting the application is started with: what was configured from outside, and for the embedded parts what the
 * launcher itself decides.
 */
final class Configuration {

    private static final String NAME = "pipewright";
    private static final List<String> OWNER_ONLY = List.of(Keys.DATABASE_OWNER_USER, Keys.DATABASE_OWNER_PASSWORD);

    private final Options options;
    private final Settings settings;
    private final Secrets secrets;
    private final Map<String, String> values = new TreeMap<>();

    Configuration(Options options, Settings settings, Secrets secrets) {
        this.options = options;
        this.settings = settings;
        this.secrets = secrets;
        offer(Keys.PUBLIC_URL, "http://localhost:" + options.ports().application());
        offer(Keys.AUDIENCE, NAME);
        offer(Keys.CLIENT_ID, "pipewright-web");
        offer(Keys.KEYCLOAK_REALM, NAME);
        offer(Keys.KEYCLOAK_CLIENT_ID, "pipewright-admin");
        offer(Keys.DEMO, Boolean.toString(options.demo()));
        offer(Keys.MAIL_FROM, "Pipewright <no-reply@pipewright.example>");
        decideDatabase();
        decideIssuer();
        decideMail();
        if (options.demo()) {
            offer(Keys.OPERATORS, "operator@pipewright.example");
        }
    }

    boolean ownDatabase() {
        return settings.value(Keys.DATABASE_URL).isEmpty();
    }

    boolean ownIssuer() {
        return settings.value(Keys.ISSUER_URL).isEmpty();
    }

    boolean catchesMail() {
        return settings.value(Keys.MAIL_HOST).isEmpty();
    }

    String value(String key) {
        return values.get(key);
    }

    /** Reachable from this machine only, unless an issuer of one's own says that this is a real installation. */
    String address() {
        return options.address().orElse(ownIssuer() ? "127.0.0.1" : "0.0.0.0");
    }

    String memory() {
        return settings.value(Keys.MEMORY).orElse("1g");
    }

    List<String> javaOptions() {
        return settings.value(Keys.JAVA_OPTIONS)
                .map(options -> List.of(options.strip().split("\\s+")))
                .orElse(List.of());
    }

    String keycloakMemory() {
        return settings.value(Keys.KEYCLOAK_MEMORY).orElse("512m");
    }

    DatabaseAccess database() {
        return new DatabaseAccess(
                value(Keys.DATABASE_URL),
                value(Keys.DATABASE_USER),
                value(Keys.DATABASE_PASSWORD),
                value(Keys.DATABASE_OWNER_USER),
                value(Keys.DATABASE_OWNER_PASSWORD));
    }

    RealmSettings realm() {
        return new RealmSettings(
                value(Keys.PUBLIC_URL),
                value(Keys.AUDIENCE),
                value(Keys.CLIENT_SECRET),
                value(Keys.KEYCLOAK_CLIENT_SECRET),
                value(Keys.MAIL_HOST),
                value(Keys.MAIL_PORT),
                value(Keys.MAIL_FROM).replaceFirst(".*<(.*)>.*", "$1"));
    }

    /** The application's environment. The owner's password stays with the launcher. */
    Map<String, String> variables() {
        Map<String, String> variables = new TreeMap<>(settings.asVariables());
        values.forEach((key, value) -> variables.put(Settings.variable(key), value));
        OWNER_ONLY.forEach(key -> variables.put(Settings.variable(key), ""));
        return variables;
    }

    private void decideDatabase() {
        if (ownDatabase()) {
            decide(
                    Keys.DATABASE_URL,
                    "jdbc:postgresql://127.0.0.1:" + options.ports().database() + "/" + NAME);
            decide(Keys.DATABASE_USER, "pipewright_app");
            decide(Keys.DATABASE_PASSWORD, secrets.named("database.application"));
            decide(Keys.DATABASE_OWNER_USER, "pipewright_owner");
            decide(Keys.DATABASE_OWNER_PASSWORD, secrets.named("database.owner"));
            decide(Keys.SECRET_KEY, settings.value(Keys.SECRET_KEY).orElse(secrets.named("key")));
        } else {
            decide(Keys.DATABASE_URL, settings.value(Keys.DATABASE_URL).orElseThrow());
            offer(Keys.DATABASE_USER, "pipewright_app");
            offer(Keys.DATABASE_OWNER_USER, "pipewright_owner");
            require(Keys.DATABASE_PASSWORD, "a database of your own is configured");
            require(Keys.DATABASE_OWNER_PASSWORD, "a database of your own is configured");
            require(Keys.SECRET_KEY, "a database of your own is configured");
        }
    }

    private void decideIssuer() {
        if (ownIssuer()) {
            String keycloak = "http://localhost:" + options.ports().keycloak();
            decide(Keys.KEYCLOAK_URL, keycloak);
            decide(Keys.ISSUER_URL, keycloak + "/realms/" + NAME);
            decide(Keys.KEYCLOAK_REALM, NAME);
            decide(Keys.CLIENT_SECRET, secrets.named("client.web"));
            decide(Keys.KEYCLOAK_CLIENT_SECRET, secrets.named("client.admin"));
        } else {
            String issuer = settings.value(Keys.ISSUER_URL).orElseThrow();
            decide(Keys.ISSUER_URL, issuer);
            offer(Keys.KEYCLOAK_URL, issuer.replaceFirst("/realms/.*", ""));
            require(Keys.CLIENT_SECRET, "an issuer of your own is configured");
            require(Keys.KEYCLOAK_CLIENT_SECRET, "an issuer of your own is configured");
            require(Keys.PUBLIC_URL, "an issuer of your own is configured");
        }
    }

    private void decideMail() {
        if (catchesMail()) {
            decide(Keys.MAIL_HOST, "127.0.0.1");
            offer(Keys.PRIVATE_MAIL_SERVERS, "true");
            decide(Keys.MAIL_PORT, Integer.toString(options.ports().smtp()));
        } else {
            decide(Keys.MAIL_HOST, settings.value(Keys.MAIL_HOST).orElseThrow());
            offer(Keys.MAIL_PORT, "25");
        }
    }

    private void offer(String key, String otherwise) {
        values.put(key, settings.value(key).orElse(otherwise));
    }

    private void decide(String key, String value) {
        values.put(key, value);
    }

    private void require(String key, String because) {
        values.put(key, settings.mandatory(key, because));
    }
}
