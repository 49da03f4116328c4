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

/**
 * The few calls of Keycloak's admin interface that the launcher makes, as a service account of the master realm. Its
 * tokens live for a minute, and making a realm takes longer on a busy machine: who is refused for that logs in again.
 */
final class KeycloakAdmin {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;
    private static final int NOT_FOUND = 404;

    private final URI realms;
    private final HttpRequest login;
    private String token;

    KeycloakAdmin(URI keycloak, String client, String secret) {
        this.realms = keycloak.resolve("/admin/realms/");
        this.login = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(BodyPublishers.ofString(
                        "grant_type=client_credentials&client_id=" + client + "&client_secret=" + secret))
                .build();
        logIn();
    }

    private void logIn() {
        token = parsed(requireDone(answer(login)).body()).asJsonObject().getString("access_token");
    }

    /** Whether the path below the realms is there. */
    boolean has(String path) {
        HttpResponse<String> answer = authorized(request(path).GET());
        return answer.statusCode() != NOT_FOUND && requireDone(answer).statusCode() == OK;
    }

    JsonStructure get(String path) {
        return parsed(sent(request(path).GET()));
    }

    void post(String path, String json) {
        sent(request(path).POST(BodyPublishers.ofString(json)));
    }

    /** Makes something and returns its id. */
    String created(String path, JsonValue json) {
        return requireDone(authorized(request(path).POST(BodyPublishers.ofString(json.toString()))))
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst(".*/", "");
    }

    void put(String path, JsonValue json) {
        sent(request(path).PUT(BodyPublishers.ofString(json.toString())));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(realms.resolve(path))
                .header("Content-Type", "application/json")
                .timeout(PATIENCE);
    }

    private String sent(HttpRequest.Builder request) {
        return requireDone(authorized(request)).body();
    }

    private HttpResponse<String> authorized(HttpRequest.Builder request) {
        HttpResponse<String> answer = answerToToken(request);
        if (answer.statusCode() != UNAUTHORIZED) {
            return answer;
        }
        logIn();
        return answerToToken(request);
    }

    private HttpResponse<String> answerToToken(HttpRequest.Builder request) {
        return answer(request.setHeader("Authorization", "Bearer " + token).build());
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
