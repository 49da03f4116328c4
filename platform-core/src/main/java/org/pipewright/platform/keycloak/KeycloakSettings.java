package org.pipewright.platform.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where Keycloak is administered, and as whom. */
@ApplicationScoped
class KeycloakSettings {

    @Inject
    @ConfigProperty(name = "pipewright.platform.keycloak-url")
    URI address;

    @Inject
    @ConfigProperty(name = "pipewright.platform.keycloak-realm", defaultValue = "pipewright")
    String realm;

    @Inject
    @ConfigProperty(name = "pipewright.platform.keycloak-client-id", defaultValue = "pipewright-admin")
    String clientId;

    @Inject
    @ConfigProperty(name = "pipewright.platform.keycloak-client-secret")
    String clientSecret;

    URI address() {
        return address;
    }

    String realm() {
        return realm;
    }

    String clientId() {
        return clientId;
    }

    String clientSecret() {
        return clientSecret;
    }
}
