package org.pipewright.deploy.story;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.RunningProduct;

/** An organisation signs up, its administrator finds an empty product and invites a colleague. */
class SignUpIT {

    private static final Pattern SIGNUP = Pattern.compile("/signup/([A-Za-z0-9_-]{16,})");
    private static final Pattern INVITATION = Pattern.compile("/invitations/([A-Za-z0-9_-]{16,})");
    private static final String SLUG = "maven-" + System.currentTimeMillis() % 1_000_000;
    private static final String MAVIS = "mavis@" + SLUG + ".example";
    private static final String MARTY = "marty@" + SLUG + ".example";

    private final RunningProduct product = RunningProduct.get();
    private final Client nobody = product.asNobody();

    /** S-TEN-03: an address that is known signs up like one that is not; and who repeats a request gets one link. */
    @Test
    void aSignUpTellsNobodyWhoIsKnownAndIsDoneOnce() {
        String slug = SLUG + "-k";
        JsonObject known = Json.createObjectBuilder(signup())
                .add("slug", slug)
                .add("adminEmail", DemoMember.ANNA_ADMIN.email())
                .build();
        JsonObject unknown = Json.createObjectBuilder(signup())
                .add("slug", slug + "u")
                .add("adminEmail", "new@" + slug + ".example")
                .build();
        Call keyed = Call.post("/api/signups", unknown).header("Idempotency-Key", slug);

        Answer ofKnown = nobody.send(Call.post("/api/signups", known));
        Answer ofUnknown = nobody.send(keyed);
        Answer repeated = nobody.send(keyed);
        Answer other = nobody.send(Call.post("/api/signups", known).header("Idempotency-Key", slug));

        assertThat(ofKnown.status()).isEqualTo(202);
        assertThat(ofUnknown.status()).isEqualTo(202);
        assertThat(ofKnown.body()).isEqualTo(ofUnknown.body());
        assertThat(repeated.status()).isEqualTo(202);
        assertThat(repeated.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(other.problem()).isEqualTo("idempotency-mismatch");
        mailed("new@" + slug + ".example", SIGNUP);
        assertThat(product.mailsTo("new@" + slug + ".example")).hasSize(1);
    }

    @Test
    void anOrganisationSignsUpAndInvitesAColleague() {
        nobody.done(Call.post("/api/signups", signup()));
        String token = mailed(MAVIS, SIGNUP);
        assertThat(nobody.read("/api/signups/" + token).getBoolean("passwordRequired"))
                .isTrue();

        nobody.done(Call.post("/api/signups/" + token + "/confirm", password()));

        Client mavis = product.as(MAVIS);
        JsonObject manifest = mavis.read(path("manifest"));
        assertThat(manifest.getJsonObject("tenant").getString("name")).isEqualTo("Maven Computers");
        assertThat(manifest.getJsonObject("me")
                        .getJsonArray("roles")
                        .getJsonObject(0)
                        .getString("key"))
                .isEqualTo("tenant-admin");
        assertThat(mavis.read(path("opportunities")).getJsonArray("items")).isEmpty();
        assertThat(nobody.send(Call.post("/api/signups/" + token + "/confirm", password()))
                        .status())
                .isEqualTo(410);

        invitesAColleague(mavis);
        isHiddenFromOthers();
    }

    private void invitesAColleague(Client mavis) {
        JsonObject invitation = Json.createObjectBuilder()
                .add("email", MARTY)
                .add("name", "Marty Manager")
                .add("roles", Json.createArrayBuilder().add(roleId(mavis, "sales-manager")))
                .build();
        mavis.done(Call.post(path("invitations"), invitation));

        nobody.done(Call.post("/api/invitations/" + mailed(MARTY, INVITATION), password()));

        Client marty = product.as(MARTY);
        assertThat(marty.read(path("manifest")).getJsonObject("me").getString("name"))
                .isEqualTo("Marty Manager");
        assertThat(marty.send(Call.get(path("audit"))).status()).isEqualTo(403);
    }

    private void isHiddenFromOthers() {
        Answer answer = product.as(DemoMember.ANNA_ADMIN).send(Call.get(path("manifest")));

        assertThat(answer.status()).isEqualTo(404);
    }

    private static String roleId(Client client, String key) {
        return client.read(path("roles")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(role -> role.getString("key", "").equals(key))
                .map(role -> role.getString("id"))
                .findFirst()
                .orElseThrow();
    }

    private static String path(String rest) {
        return "/api/tenants/" + SLUG + "/" + rest;
    }

    private static JsonObject signup() {
        return Json.createObjectBuilder()
                .add("organisation", "Maven Computers")
                .add("slug", SLUG)
                .add("country", "US")
                .add("timeZone", "America/New_York")
                .add("language", "en")
                .add("currency", "USD")
                .add("adminName", "Mavis Maven")
                .add("adminEmail", MAVIS)
                .add("terms", true)
                .build();
    }

    private static JsonObject password() {
        return Json.createObjectBuilder().add("password", DemoPerson.PASSWORD).build();
    }

    private String mailed(String address, Pattern link) {
        RunningProduct.eventually(
                "a mail to " + address, () -> !product.mailsTo(address).isEmpty());
        Matcher found = link.matcher(product.mailsTo(address).getJsonObject(0).getString("text"));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
