package org.pipewright.deploy.keycloak;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/**
 * How people log in: level 1 is a password, level 2 a code besides (S-AUTH-10). A code is asked for where level 2 is
 * wanted, and who has none yet is shown how to get one; who has one is always asked for it.
 */
final class LoginFlow {

    private static final String NAME = "pipewright log-in";

    private final KeycloakAdmin admin;
    private final String realm;

    LoginFlow(KeycloakAdmin admin, String realm) {
        this.admin = admin;
        this.realm = realm;
    }

    /** Makes the flow and lets browsers log in by it. */
    void provide(JsonArray steps) {
        fill(flow(NAME, true), steps);
        admin.put(
                realm,
                Json.createObjectBuilder()
                        .add("realm", realm)
                        .add("browserFlow", NAME)
                        .build());
    }

    private String flow(String name, boolean top) {
        JsonObject flow = Json.createObjectBuilder()
                .add("alias", name)
                .add("providerId", "basic-flow")
                .add("topLevel", top)
                .add("builtIn", false)
                .build();
        return admin.created(realm + "/authentication/flows", flow);
    }

    private void fill(String flow, JsonArray steps) {
        steps.getValuesAs(JsonObject.class).forEach(step -> {
            if (step.containsKey("flow")) {
                String inner = flow(step.getString("flow"), false);
                add(
                        flow,
                        step,
                        Json.createObjectBuilder()
                                .add("authenticatorFlow", true)
                                .add("flowId", inner));
                fill(inner, step.getJsonArray("steps"));
            } else {
                String added = add(flow, step, Json.createObjectBuilder().add("authenticator", step.getString("does")));
                configure(added, step);
            }
        });
    }

    private String add(String flow, JsonObject step, JsonObjectBuilder execution) {
        return admin.created(
                realm + "/authentication/executions",
                execution
                        .add("parentFlow", flow)
                        .add("requirement", step.getString("requirement"))
                        .build());
    }

    private void configure(String execution, JsonObject step) {
        if (step.containsKey("settings")) {
            JsonObject config = Json.createObjectBuilder()
                    .add("alias", "pipewright " + execution)
                    .add("config", step.getJsonObject("settings"))
                    .build();
            admin.post(realm + "/authentication/executions/" + execution + "/config", config.toString());
        }
    }
}
