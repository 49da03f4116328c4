package org.pipewright.platform.keycloak;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.logging.Logger;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Keycloak by its administration API. A tenant's organization carries the tenant's id as name and alias: neither may
 * change there, and two tenants may call themselves alike.
 */
@ApplicationScoped
class Keycloak implements IdentityProvider {

    private static final Logger LOG = Logger.getLogger(Keycloak.class.getName());
    private static final int CREATED = 201;
    private static final int CONFLICT = 409;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int UNAUTHORIZED = 401;

    @Inject
    KeycloakSettings settings;

    @Inject
    ServiceAccount account;

    @Override
    public Optional<String> accountOf(String email) {
        return firstId(ask((api, token) -> api.users(token, settings.realm(), email, true)));
    }

    @Override
    public String createAccount(String email, String name, String password) {
        Optional<String> existing = accountOf(email);
        if (existing.isPresent()) {
            return existing.get();
        }
        JsonObject user = user(email, name, password);
        try (Response response = ask((api, token) -> api.createUser(token, settings.realm(), user))) {
            if (response.getStatus() == BAD_REQUEST) {
                throw new Refusal(
                        CoreErrorCode.INVALID,
                        Map.of(),
                        List.of(new FieldError("password", "too-weak", "core.violation.too-weak")));
            }
            require(response, Set.of(CREATED, CONFLICT));
        }
        return accountOf(email).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAVAILABLE));
    }

    private static JsonObject user(String email, String name, String password) {
        int space = name.strip().lastIndexOf(' ');
        JsonObjectBuilder user = Json.createObjectBuilder()
                .add("username", email)
                .add("email", email)
                .add("emailVerified", true)
                .add("enabled", true)
                .add("firstName", space < 0 ? name.strip() : name.strip().substring(0, space))
                .add("lastName", space < 0 ? "" : name.strip().substring(space + 1));
        return user.add("credentials", Json.createArrayBuilder().add(credential(password)))
                .build();
    }

    private static JsonObjectBuilder credential(String password) {
        return Json.createObjectBuilder()
                .add("type", "password")
                .add("value", password)
                .add("temporary", false);
    }

    @Override
    public void removeAccount(String subject) {
        send(Set.of(NOT_FOUND), (api, token) -> api.deleteUser(token, settings.realm(), subject));
    }

    @Override
    public boolean ensureOrganisation(UUID tenant, String name) {
        if (organisation(tenant).isPresent()) {
            return false;
        }
        JsonObject organisation = Json.createObjectBuilder()
                .add("name", tenant.toString())
                .add("alias", tenant.toString())
                .add("description", name)
                .add("enabled", true)
                .build();
        return send(Set.of(CONFLICT), (api, token) -> api.createOrganization(token, settings.realm(), organisation))
                == CREATED;
    }

    @Override
    public void removeOrganisation(UUID tenant) {
        organisation(tenant)
                .ifPresent(id ->
                        send(Set.of(NOT_FOUND), (api, token) -> api.deleteOrganization(token, settings.realm(), id)));
    }

    @Override
    public void addMember(UUID tenant, String subject) {
        String id = organisation(tenant).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAVAILABLE));
        send(Set.of(CONFLICT), (api, token) -> api.addMember(token, settings.realm(), id, subject));
    }

    @Override
    public void removeMember(UUID tenant, String subject) {
        organisation(tenant)
                .ifPresent(id -> send(
                        Set.of(NOT_FOUND), (api, token) -> api.removeMember(token, settings.realm(), id, subject)));
    }

    @Override
    public void endSessions(String subject) {
        send(Set.of(NOT_FOUND), (api, token) -> api.logout(token, settings.realm(), subject));
    }

    private Optional<String> organisation(UUID tenant) {
        return firstId(ask((api, token) -> api.organizations(token, settings.realm(), tenant.toString(), true)));
    }

    private static Optional<String> firstId(JsonArray found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.getJsonObject(0).getString("id"));
    }

    private int send(Set<Integer> alsoFine, BiFunction<KeycloakAdministration, String, Response> call) {
        try (Response response = ask(call)) {
            require(response, alsoFine);
            return response.getStatus();
        }
    }

    private <T> T ask(BiFunction<KeycloakAdministration, String, T> call) {
        try {
            return call.apply(ServiceAccount.client(KeycloakAdministration.class, settings), account.header());
        } catch (WebApplicationException | ProcessingException e) {
            account.forget();
            LOG.warning(() -> "The identity provider could not be asked: " + e.getMessage());
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        }
    }

    private void require(Response response, Set<Integer> alsoFine) {
        int status = response.getStatus();
        if (status >= BAD_REQUEST && !alsoFine.contains(status)) {
            if (status == UNAUTHORIZED) {
                account.forget();
            }
            LOG.warning(() -> "The identity provider answered " + status + " to an administration call");
            throw Refusal.of(CoreErrorCode.UNAVAILABLE);
        }
    }
}
