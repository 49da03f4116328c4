package org.pipewright.deploy.product;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.pipewright.deploy.keycloak.DemoPerson;

/** Accounts at the identity provider that the product does not know of. */
public final class IssuerAccounts {

    private final RunningProduct product = RunningProduct.get();

    /** Makes the account of somebody with the demo's password. */
    public void add(String email, boolean verified) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(product.issuer().toString().replace("/realms/", "/admin/realms/") + "/users"))
                .header("Authorization", "Bearer " + administration())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(account(email, verified).toString()))
                .build();
        assertThat(Client.answer(request).isSuccess()).isTrue();
    }

    private static JsonObject account(String email, boolean verified) {
        return Json.createObjectBuilder()
                .add("username", email)
                .add("email", email)
                .add("emailVerified", verified)
                .add("enabled", true)
                .add("firstName", Character.toUpperCase(email.charAt(0)) + email.substring(1, email.indexOf('@')))
                .add("lastName", "Newcomer")
                .add(
                        "credentials",
                        Json.createArrayBuilder()
                                .add(Json.createObjectBuilder()
                                        .add("type", "password")
                                        .add("value", DemoPerson.PASSWORD)
                                        .add("temporary", false)))
                .build();
    }

    private String administration() {
        String form = "grant_type=client_credentials&client_id=pipewright-admin&client_secret="
                + product.secret("client.admin");
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.issuer() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        return Client.answer(request).json().getString("access_token");
    }
}
