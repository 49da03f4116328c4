package org.pipewright.platform.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
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
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;

/** Calls Keycloak's administration with the token of our service account, which is used until shortly before it expires. */
@ApplicationScoped
class AdministrationCalls {

    private static final Logger LOG = Logger.getLogger(AdministrationCalls.class.getName());
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(20);
    private static final int MARGIN_SECONDS = 20;
    private static final int OK = 200;
    private static final int UNAUTHORIZED = 401;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
    private final AtomicReference<Token> token = new AtomicReference<>();

    @Inject
    KeycloakSettings settings;

    private record Token(String header, Instant usableUntil) {}

    /** The array that a query finds. */
    JsonArray find(String path, String query) {
        HttpResponse<String> answer = send("GET", path + "?" + query, null);
        if (answer.statusCode() != OK) {
            throw refused(answer);
        }
        try (JsonReader reader = Json.createReader(new StringReader(answer.body()))) {
            return reader.readArray();
        }
    }

    /** Sends JSON and returns the answer. */
    HttpResponse<String> send(String method, String path, String json) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create(address() + "/admin/realms/" + encoded(settings.realm()) + "/" + path))
                .timeout(ANSWER_TIMEOUT)
                .header("Authorization", header())
                .header("Content-Type", "application/json")
                .method(method, json == null ? BodyPublishers.noBody() : BodyPublishers.ofString(json));
        HttpResponse<String> answer = exchange(request.build());
        if (answer.statusCode() == UNAUTHORIZED) {
            token.set(null);
            throw refused(answer);
        }
        return answer;
    }

    /** Says that the provider did not do what was asked. */
    Refusal refused(HttpResponse<String> answer) {
        LOG.warning(() -> "The identity provider answered " + answer.statusCode() + " to "
                + answer.request().method() + " "
                + answer.request().uri().getPath().replaceAll("[0-9a-f-]{36}", "…"));
        return Refusal.of(CoreErrorCode.UNAVAILABLE);
    }

    private String header() {
        Token current = token.get();
        if (current == null || current.usableUntil.isBefore(Instant.now())) {
            current = fetch();
            token.set(current);
        }
        return current.header;
    }

    private Token fetch() {
        Map<String, String> form = Map.of(
                "grant_type", "client_credentials",
                "client_id", settings.clientId(),
                "client_secret", settings.clientSecret());
        HttpRequest request = HttpRequest.newBuilder(URI.create(
                        address() + "/realms/" + encoded(settings.realm()) + "/protocol/openid-connect/token"))
                .timeout(ANSWER_TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encoded(form)))
                .build();
        HttpResponse<String> answer = exchange(request);
        if (answer.statusCode() != OK) {
            throw refused(answer);
        }
        return token(answer.body());
    }

    private static Token token(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject answer = reader.readObject();
            return new Token(
                    "Bearer " + answer.getString("access_token"),
                    Instant.now().plusSeconds(answer.getInt("expires_in") - MARGIN_SECONDS));
        }
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            LOG.warning(() -> "The identity provider does not answer: " + e);
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        }
    }

    private String address() {
        return settings.address().toString().replaceAll("/+$", "");
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** Safe inside an address. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
