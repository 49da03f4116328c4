package org.pipewright.platform.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Our account for administration; its token is used until shortly before it expires. */
@ApplicationScoped
class ServiceAccount {

    private static final int MARGIN_SECONDS = 20;

    private final AtomicReference<Token> current = new AtomicReference<>();

    @Inject
    KeycloakSettings settings;

    private record Token(String header, Instant usableUntil) {}

    /** The header to send. */
    String header() {
        Token token = current.get();
        if (token == null || token.usableUntil.isBefore(Instant.now())) {
            token = fetch();
            current.set(token);
        }
        return token.header;
    }

    void forget() {
        current.set(null);
    }

    private Token fetch() {
        JsonObject answer = client(KeycloakTokens.class, settings)
                .token(settings.realm(), "client_credentials", settings.clientId(), settings.clientSecret());
        Instant expiry = Instant.now().plusSeconds(answer.getInt("expires_in") - MARGIN_SECONDS);
        return new Token("Bearer " + answer.getString("access_token"), expiry);
    }

    static <T> T client(Class<T> type, KeycloakSettings settings) {
        return RestClientBuilder.newBuilder()
                .baseUri(settings.address())
                .connectTimeout(5, TimeUnit.SECONDS)
                .readTimeout(20, TimeUnit.SECONDS)
                .property("microprofile.rest.client.disable.default.mapper", true)
                .build(type);
    }
}
