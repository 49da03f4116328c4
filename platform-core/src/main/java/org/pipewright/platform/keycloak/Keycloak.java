package org.pipewright.platform.keycloak;

import static org.pipewright.platform.keycloak.AdministrationCalls.encoded;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * Keycloak by its administration API. A tenant's organization carries the tenant's id as name and alias: neither may
 * change there, and two tenants may call themselves alike.
 */
@ApplicationScoped
class Keycloak implements IdentityProvider {

    private static final int CREATED = 201;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;

    @Inject
    AdministrationCalls calls;

    @Override
    public Optional<String> accountOf(String email) {
        return firstId(calls.find("users", "exact=true&email=" + encoded(email)));
    }

    @Override
    public String createAccount(String email, String name, String password) {
        return accountOf(email).orElseGet(() -> {
            HttpResponse<String> answer =
                    calls.send("POST", "users", user(email, name, password).toString());
            if (answer.statusCode() == BAD_REQUEST) {
                throw tooWeak();
            }
            require(answer, CONFLICT);
            return accountOf(email).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAVAILABLE));
        });
    }

    private static Refusal tooWeak() {
        return InvalidFields.refusal("password", "too-weak");
    }

    private static JsonObject user(String email, String name, String password) {
        String full = name.strip();
        int space = full.lastIndexOf(' ');
        JsonObjectBuilder user = Json.createObjectBuilder()
                .add("username", email)
                .add("email", email)
                .add("emailVerified", true)
                .add("enabled", true)
                .add("firstName", space < 0 ? full : full.substring(0, space))
                .add("lastName", space < 0 ? "" : full.substring(space + 1));
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
        require(calls.send("DELETE", "users/" + encoded(subject), null), NOT_FOUND);
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
        HttpResponse<String> answer = calls.send("POST", "organizations", organisation.toString());
        require(answer, CONFLICT);
        return answer.statusCode() == CREATED;
    }

    @Override
    public void removeOrganisation(UUID tenant) {
        organisation(tenant).ifPresent(id -> require(calls.send("DELETE", "organizations/" + id, null), NOT_FOUND));
    }

    @Override
    public void addMember(UUID tenant, String subject) {
        String id = organisation(tenant).orElseThrow(() -> Refusal.of(CoreErrorCode.UNAVAILABLE));
        require(calls.send("POST", "organizations/" + id + "/members", subject), CONFLICT);
    }

    @Override
    public void removeMember(UUID tenant, String subject) {
        organisation(tenant)
                .map(id -> "organizations/" + id + "/members/" + encoded(subject))
                .ifPresent(path -> require(calls.send("DELETE", path, null), NOT_FOUND));
    }

    @Override
    public void endSessions(String subject) {
        require(calls.send("POST", "users/" + encoded(subject) + "/logout", null), NOT_FOUND);
    }

    private Optional<String> organisation(UUID tenant) {
        return firstId(calls.find("organizations", "exact=true&search=" + tenant));
    }

    private static Optional<String> firstId(JsonArray found) {
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(found.getJsonObject(0).getString("id"));
    }

    private void require(HttpResponse<String> answer, int alsoFine) {
        if (answer.statusCode() >= BAD_REQUEST && answer.statusCode() != alsoFine) {
            throw calls.refused(answer);
        }
    }
}
