package org.pipewright.deploy.product;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pipewright.deploy.keycloak.DemoPerson;

/** An organisation that has signed up over REST just now; everybody in it has the demo's password. */
public final class SignedUp {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Pattern SIGNUP = Pattern.compile("/signup/([A-Za-z0-9_-]{16,})");
    private static final Pattern INVITATION = Pattern.compile("/invitations/([A-Za-z0-9_-]{16,})");

    private final RunningProduct product = RunningProduct.get();
    private final String name;
    private final String slug = newSlug();

    private SignedUp(String name) {
        this.name = name;
    }

    /** A new organisation of that name with its administrator confirmed. */
    public static SignedUp as(String name) {
        SignedUp organisation = new SignedUp(name);
        organisation.signUp();
        return organisation;
    }

    /** A short name nobody has taken. */
    public static String newSlug() {
        return "maven-" + System.currentTimeMillis() % 10_000_000 + NUMBER.incrementAndGet();
    }

    private void signUp() {
        Client nobody = product.asNobody();
        nobody.done(Call.post("/api/signups", form()));
        nobody.done(Call.post("/api/signups/" + mailed(adminEmail(), SIGNUP) + "/confirm", password()));
    }

    private JsonObject form() {
        return Json.createObjectBuilder()
                .add("organisation", name)
                .add("slug", slug)
                .add("country", "US")
                .add("timeZone", "America/New_York")
                .add("language", "en")
                .add("currency", "USD")
                .add("adminName", "Mavis Maven")
                .add("adminEmail", adminEmail())
                .add("terms", true)
                .build();
    }

    public String name() {
        return name;
    }

    public String slug() {
        return slug;
    }

    public String adminEmail() {
        return email("mavis");
    }

    /** Address of somebody of the organisation. */
    public String email(String person) {
        return person + "@" + slug + ".example";
    }

    /** The administrator's program. */
    public Client admin() {
        return product.as(adminEmail());
    }

    public String path(String rest) {
        return "/api/tenants/" + slug + "/" + rest;
    }

    /** Invites somebody with a built-in role, who accepts; returns the address. */
    public String join(String person, String role) {
        String email = email(person);
        JsonObject invitation = Json.createObjectBuilder()
                .add("email", email)
                .add("name", Character.toUpperCase(person.charAt(0)) + person.substring(1))
                .add("roles", Json.createArrayBuilder().add(roleId(role)))
                .build();
        admin().done(Call.post(path("invitations"), invitation));
        product.asNobody().done(Call.post("/api/invitations/" + mailed(email, INVITATION), password()));
        return email;
    }

    private String roleId(String key) {
        return admin().read(path("roles")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(role -> role.getString("key", "").equals(key))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private String mailed(String address, Pattern link) {
        RunningProduct.eventually(
                "a mail to " + address, () -> !product.mailsTo(address).isEmpty());
        Matcher found = link.matcher(product.mailsTo(address).getJsonObject(0).getString("text"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }

    private static JsonObject password() {
        return Json.createObjectBuilder().add("password", DemoPerson.PASSWORD).build();
    }
}
