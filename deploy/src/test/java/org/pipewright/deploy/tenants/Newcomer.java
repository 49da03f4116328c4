package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** A tenant that has just signed up, with its administrator, for a test to do with what it likes. */
final class Newcomer {

    private static final Pattern LINK = Pattern.compile("/(?:signup|invitations)/([A-Za-z0-9_-]{16,})");
    private static final AtomicInteger NUMBER = new AtomicInteger((int) (System.currentTimeMillis() % 1_000_000));

    private final RunningProduct product = RunningProduct.get();
    private final String slug = "newcomer-" + NUMBER.incrementAndGet();
    private final String email = "nora@" + slug + ".example";
    private final String id;

    Newcomer() {
        Client nobody = product.asNobody();
        nobody.done(Call.post("/api/signups", signup()));
        nobody.done(
                Call.post("/api/signups/" + mailedToken(email) + "/confirm", json("password", DemoPerson.PASSWORD)));
        id = admin().read(path("manifest")).getJsonObject("tenant").getString("id");
    }

    private JsonObject signup() {
        return Json.createObjectBuilder()
                .add("organisation", "Newcomer Company")
                .add("slug", slug)
                .add("country", "DE")
                .add("timeZone", "Europe/Berlin")
                .add("language", "en")
                .add("currency", "EUR")
                .add("adminName", "Nora Newcomer")
                .add("adminEmail", email)
                .add("terms", true)
                .build();
    }

    /** Everybody's. */
    static String password() {
        return DemoPerson.PASSWORD;
    }

    String slug() {
        return slug;
    }

    String id() {
        return id;
    }

    String email() {
        return email;
    }

    Client admin() {
        return product.as(email);
    }

    Client operator() {
        return product.as(DemoMember.OPERATOR);
    }

    String path(String rest) {
        return "/api/tenants/" + slug + "/" + rest;
    }

    String operatorPath(String rest) {
        return "/api/operator/tenants/" + id + "/" + rest;
    }

    /** The call that invites somebody who may only read. */
    Call invitation(String address) {
        JsonObjectBuilder invitation = Json.createObjectBuilder()
                .add("email", address)
                .add("name", "Ivo Invited")
                .add("roles", Json.createArrayBuilder().add(roleId("read-only")));
        return Call.post(path("invitations"), invitation.build());
    }

    /** Somebody who was invited and has come. */
    Client joined(String address) {
        admin().done(invitation(address));
        product.asNobody()
                .send(Call.post("/api/invitations/" + mailedToken(address), json("password", DemoPerson.PASSWORD)));
        return product.as(address);
    }

    String roleId(String key) {
        return admin().read(path("roles")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(role -> role.getString("key", "").equals(key))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    /** What the newest mail to the address leads to. */
    String mailedToken(String address) {
        RunningProduct.eventually(
                "a mail to " + address, () -> !product.mailsTo(address).isEmpty());
        Matcher link = LINK.matcher(product.mailsTo(address).getJsonObject(0).getString("text"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    Call account(String name) {
        return Call.post(path("accounts"), json("name", name));
    }

    static JsonObject json(String name, String value) {
        return Json.createObjectBuilder().add(name, value).build();
    }

    /** The database past all policies, for states that would take days. */
    Console console() {
        return Console.unlimited();
    }
}
