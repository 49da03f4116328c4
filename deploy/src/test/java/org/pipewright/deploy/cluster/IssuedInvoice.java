package org.pipewright.deploy.cluster;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;

/** An invoice of the demo's Acme that waits for its payments. */
record IssuedInvoice(String id, String number) {

    static final String ACME = "/api/tenants/acme/";

    /** Over so many pieces at ten each, without tax, to an account of its own. */
    static IssuedInvoice to(Client client, String payer, int pieces) {
        String account = made(client, "accounts", Json.createObjectBuilder().add("name", payer));
        String invoice = made(client, "invoices", Json.createObjectBuilder().add("account", account));
        JsonArray lines = Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("description", "Advice")
                        .add("quantity", pieces)
                        .add("unitPrice", 10)
                        .add("taxCategory", "Z")
                        .add("taxRate", 0))
                .build();
        client.done(Call.put(
                        ACME + "invoices/" + invoice + "/invoice-lines",
                        Json.createObjectBuilder().add("items", lines).build())
                .header("If-Match", "*"));
        String number = client.done(Call.post(ACME + "invoices/" + invoice + "/issue", JsonValue.EMPTY_JSON_OBJECT))
                .json()
                .getString("number");
        return new IssuedInvoice(invoice, number);
    }

    /** The id of what is made there. */
    static String made(Client client, String where, JsonObjectBuilder body) {
        JsonObject whole = body.build();
        return client.done(Call.post(ACME + where, whole)).json().getString("id");
    }
}
