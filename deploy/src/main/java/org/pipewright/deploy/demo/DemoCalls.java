package org.pipewright.deploy.demo;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.processes.StartFailure;

/** What somebody of the demo asks of the organisation acme over REST. */
final class DemoCalls {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final URI application;
    private final URI issuer;
    private final String email;
    private String token = "";

    DemoCalls(URI application, URI issuer, String email) {
        this.application = application;
        this.issuer = issuer;
        this.email = email;
    }

    /** Whether the person can log in and belongs to an organisation by now; keeps the log-in. */
    boolean isWelcome() {
        HttpResponse<String> answer = sent(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=pipewright-demo&username=" + encoded(email)
                        + "&password=" + encoded(DemoPerson.PASSWORD))));
        if (answer.statusCode() != 200) {
            return false;
        }
        token = parsed(answer.body()).getString("access_token");
        HttpResponse<String> session = sent(
                HttpRequest.newBuilder(application.resolve("/api/session")).header("Authorization", "Bearer " + token));
        return session.statusCode() == 200
                && !parsed(session.body()).getJsonArray("tenants").isEmpty();
    }

    JsonObject get(String path) {
        return done(request(path).GET());
    }

    JsonObject post(String path, String json) {
        return done(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    private HttpRequest.Builder request(String path) {
        if (token.isEmpty() && !isWelcome()) {
            throw new StartFailure(email + " cannot log in.");
        }
        return HttpRequest.newBuilder(application.resolve("/api/tenants/acme/" + path))
                .header("Authorization", "Bearer " + token);
    }

    private JsonObject done(HttpRequest.Builder request) {
        HttpResponse<String> answer = sent(request);
        if (answer.statusCode() >= 300) {
            throw new StartFailure("The demo's records are not complete: "
                    + answer.request().method() + " " + answer.uri().getPath() + " was answered with "
                    + answer.statusCode() + " " + answer.body());
        }
        return answer.body().isEmpty() ? Json.createObjectBuilder().build() : parsed(answer.body());
    }

    private static HttpResponse<String> sent(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(TIMEOUT).build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new StartFailure("The product does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("The start was interrupted.", e);
        }
    }

    private static JsonObject parsed(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readObject();
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
