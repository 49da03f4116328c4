package org.pipewright.deploy.keycloak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.processes.StartFailure;

class RealmTest {

    private static final RealmSettings SETTINGS = new RealmSettings(
            "http://localhost:8080", "pipewright", "web", "admin", "127.0.0.1", "8083", "no-reply@pipewright.example");

    private final Map<String, String> received = new ConcurrentHashMap<>();
    private HttpServer keycloak;
    private boolean hasRealm;
    /** How many calls a token is good for. */
    private int life = 1_000;

    private int logins;
    private int used;

    @BeforeEach
    void listen() throws IOException {
        keycloak = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        keycloak.createContext("/", this::answer);
        keycloak.start();
    }

    @AfterEach
    void stop() {
        keycloak.stop(0);
    }

    @Test
    void comesTogetherWithThePeopleOfTheDemo() {
        provide(true);
        assertThat(realmMade().getJsonArray("users").toString())
                .contains("anna.admin@acme.example", "service-account-pipewright-admin");
        assertThat(realmMade().getJsonArray("clients").toString()).contains("pipewright-web", "pipewright-demo");
        assertThat(received).doesNotContainKey("POST /admin/realms/pipewright/partialImport");
    }

    @Test
    void knowsNobodyWithoutTheDemo() {
        provide(false);
        assertThat(realmMade().toString()).contains("pipewright-web").doesNotContain("anna.admin", "pipewright-demo");
    }

    @Test
    void addsTheDemoToWhatIsThere() {
        hasRealm = true;
        provide(true);
        assertThat(received.get("POST /admin/realms/pipewright/partialImport"))
                .contains("\"ifResourceExists\":\"SKIP\"", "anna.admin@acme.example");
        assertThat(received).doesNotContainKey("POST /admin/realms/");
    }

    @Test
    void speaksWhatTheProductSpeaks() {
        provide(false);
        assertThat(realmMade().getJsonArray("supportedLocales")).hasToString("[\"de\",\"en\",\"fr\"]");
    }

    @Test
    void learnsWhatTheProductHasLearnedAndForgetsNothing() {
        hasRealm = true;
        provide(false);
        assertThat(received.get("PUT /admin/realms/pipewright"))
                .contains("\"supportedLocales\":[\"de\",\"en\",\"fr\",\"it\"]");
    }

    @Test
    void isMadeToTheEndThoughTokensRunOutUnderway() {
        life = 2;
        provide(true);
        assertThat(realmMade().getJsonArray("users").toString()).contains("anna.admin@acme.example");
        assertThat(received.get("PUT /admin/realms/pipewright")).contains("browserFlow");
        assertThat(logins).isGreaterThan(2);
    }

    @Test
    void isGivenUpWhereNoTokenIsGoodEnough() {
        life = 0;
        assertThatThrownBy(() -> provide(true)).isInstanceOf(StartFailure.class).hasMessageContaining("401");
        assertThat(logins).isEqualTo(2);
    }

    private void provide(boolean demo) {
        URI url = URI.create("http://localhost:" + keycloak.getAddress().getPort());
        new Realm(new KeycloakAdmin(url, "launcher", "secret"), SETTINGS, new TreeSet<>(Set.of("de", "en", "fr")))
                .provide(demo);
    }

    private JsonObject realmMade() {
        byte[] json = received.get("POST /admin/realms/").getBytes(StandardCharsets.UTF_8);
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(json))) {
            return reader.readObject();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/token")) {
            logins++;
            used = 0;
        } else if (!isGood(exchange.getRequestHeaders().getFirst("Authorization"))) {
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
            return;
        }
        received.put(
                exchange.getRequestMethod() + " " + path,
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().add("Location", path + "/1");
        boolean missing = !hasRealm && path.equals("/admin/realms/pipewright") && isReading(exchange);
        byte[] body = body(path).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(missing ? 404 : 200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private boolean isGood(String authorization) {
        used++;
        return used <= life && authorization.equals("Bearer token" + logins);
    }

    private static boolean isReading(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("GET");
    }

    private String body(String path) {
        return path.endsWith("/clients")
                ? "[]"
                : "{\"access_token\":\"token" + logins + "\",\"supportedLocales\":[\"de\",\"it\"]}";
    }
}
