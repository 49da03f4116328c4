package org.pipewright.deploy.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import org.pipewright.deploy.processes.StartFailure;

/** The few calls of Keycloak's admin interface that the launcher makes. */
final class KeycloakAdmin {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI realms;
    private final String token;

    private KeycloakAdmin(URI realms, String token) {
        this.realms = realms;
        this.token = token;
    }

    /** Logs in as a service account of the master realm. */
    static KeycloakAdmin loggedIn(URI keycloak, String client, String secret) {
        HttpRequest request = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret))
                .build();
        String token = parsed(sent(request)).asJsonObject().getString("access_token");
        return new KeycloakAdmin(keycloak.resolve("/admin/realms/"), token);
    }

    /** Whether the path below the realms is there. */
    boolean has(String path) {
        return answer(request(path).GET().build()).statusCode() == 200;
    }

    JsonStructure get(String path) {
        return parsed(sent(request(path).GET().build()));
    }

    void post(String path, String json) {
        sent(request(path).POST(BodyPublishers.ofString(json)).build());
    }

    /** Makes something and returns its id. */
    String created(String path, JsonValue json) {
        HttpResponse<String> answer = answer(
                request(path).POST(BodyPublishers.ofString(json.toString())).build());
        return requireDone(answer)
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/", "");
    }

    void put(String path, JsonValue json) {
        sent(request(path).PUT(BodyPublishers.ofString(json.toString())).build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(realms.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .timeout(Duration.ofMinutes(1));
    }

    private static String sent(HttpRequest request) {
        return requireDone(answer(request)).body();
    }

    private static HttpResponse<String> requireDone(HttpResponse<String> answer) {
        if (answer.statusCode() >= 300) {
            throw new StartFailure("Keycloak refused " + answer.request().method() + " " + answer.uri() + " with "
                    + answer.statusCode() + ": " + answer.body());
        }
        return answer;
    }

    private static HttpResponse<String> answer(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("Keycloak does not answer at " + request.uri() + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    private static JsonStructure parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.read();
        }
    }
}
