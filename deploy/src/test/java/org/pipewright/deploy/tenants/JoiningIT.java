package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.RunningProduct;

/** Who is invited gets what was chosen, by a link that can be taken back (S-AUTH-05); somebody always administers. */
class JoiningIT {

    private final Newcomer tenant = new Newcomer();
    private final Client nora = tenant.admin();
    private final Client nobody = RunningProduct.get().asNobody();
    private final String address = "ida@" + tenant.slug() + ".example";

    private String made(String path, JsonObject body) {
        return nora.done(Call.post(tenant.path(path), body)).json().getString("id");
    }

    private String invited(List<String> roles, String team, List<String> others) {
        return made(
                "invitations",
                Json.createObjectBuilder()
                        .add("email", address)
                        .add("name", "Ida Invited")
                        .add("roles", array(roles))
                        .add("team", team)
                        .add("teams", array(others))
                        .build());
    }

    private static JsonArrayBuilder array(List<String> texts) {
        return Json.createArrayBuilder(texts);
    }

    private Call accepting(String token) {
        return Call.post("/api/invitations/" + token, Newcomer.json("password", Newcomer.password()));
    }

    private JsonObject listed(String invitation) {
        return nora.read(tenant.path("invitations")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("id").equals(invitation))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> ids(JsonObject holder, String list) {
        return holder.getJsonArray(list).getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("id"))
                .collect(Collectors.toSet());
    }

    @Test
    void whoAcceptsHasExactlyTheRolesAndTeamsThatWereChosen() {
        String north = made("teams", Newcomer.json("name", "North"));
        String south = made("teams", Newcomer.json("name", "South"));
        made("teams", Newcomer.json("name", "West"));
        List<String> roles = List.of(tenant.roleId("sales-rep"), tenant.roleId("billing-clerk"));
        String invitation = invited(roles, north, List.of(south));

        JsonObject pending = listed(invitation);
        assertThat(pending.getString("status")).isEqualTo("PENDING");
        assertThat(Duration.between(
                        Instant.parse(pending.getString("createdAt")), Instant.parse(pending.getString("expiresAt"))))
                .isBetween(
                        Duration.ofDays(7).minusMinutes(1), Duration.ofDays(7).plusMinutes(1));

        nobody.done(accepting(tenant.mailedToken(address)));

        JsonObject me =
                RunningProduct.get().as(address).read(tenant.path("manifest")).getJsonObject("me");
        assertThat(ids(me, "roles")).containsExactlyInAnyOrderElementsOf(roles);
        JsonObject accepted = listed(invitation);
        assertThat(accepted.getString("status")).isEqualTo("ACCEPTED");
        assertThat(accepted.getString("team")).isEqualTo(north);
        assertThat(ids(accepted, "teams")).containsExactlyInAnyOrder(north, south);
    }

    @Test
    void aLinkThatWasTakenBackLeadsNowhere() {
        String north = made("teams", Newcomer.json("name", "North"));
        String invitation = invited(List.of(tenant.roleId("read-only")), north, List.of());
        String first = tenant.mailedToken(address);
        nora.done(Call.post(
                tenant.path("invitations/" + invitation + "/resend"),
                Json.createObjectBuilder().build()));
        RunningProduct.eventually(
                "the second mail", () -> RunningProduct.get().mailsTo(address).size() == 2);
        String second = tenant.mailedToken(address);

        assertThat(nobody.send(accepting(first)).status()).isEqualTo(410);
        assertThat(nobody.send(Call.get("/api/invitations/" + second)).status()).isEqualTo(200);

        nora.done(Call.of("DELETE", tenant.path("invitations/" + invitation)));

        Answer refused = nobody.send(accepting(second));
        assertThat(refused.status()).isEqualTo(410);
        assertThat(refused.problem()).isEqualTo("link-used");
        assertThat(nobody.send(Call.get("/api/invitations/" + second)).status()).isEqualTo(410);
        assertThat(listed(invitation).getString("status")).isEqualTo("REVOKED");
        assertThat(tenant.console()
                        .query("select count(*) from platform.membership where tenant_id = ?::uuid", tenant.id()))
                .containsExactly("1");
    }

    /** By whichever way the last one would go (S-AUTH-07). */
    @Test
    void theLastAdministratorStays() {
        String self = nora.read(tenant.path("manifest")).getJsonObject("me").getString("id");
        String admin = tenant.roleId("tenant-admin");
        Client deputy = deputy(admin);
        String other = deputy.read(tenant.path("manifest")).getJsonObject("me").getString("id");
        nora.done(Call.put(tenant.path("people/" + other + "/roles"), roles(tenant.roleId("sales-manager"))));
        JsonObject without = roles(tenant.roleId("sales-manager"));
        JsonObject empty = Json.createObjectBuilder().build();
        List<Call> ways = List.of(
                Call.put(tenant.path("people/" + self + "/roles") + "?confirm=true", without),
                Call.post(tenant.path("people/" + self + "/deactivate"), empty),
                Call.of("DELETE", tenant.path("people/" + self)).header("If-Match", "*"));

        assertThat(ways).allSatisfy(way -> {
            Answer refused = nora.send(way);
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.problem()).isEqualTo("last-admin");
        });

        nora.done(Call.put(tenant.path("people/" + other + "/roles"), roles(admin)));
        assertThat(nora.send(ways.get(1)).status()).isEqualTo(200);
    }

    private Client deputy(String role) {
        made(
                "invitations",
                Json.createObjectBuilder()
                        .add("email", address)
                        .add("name", "Ida Deputy")
                        .add("roles", Json.createArrayBuilder().add(role))
                        .build());
        nobody.done(accepting(tenant.mailedToken(address)));
        return RunningProduct.get().as(address);
    }

    private static JsonObject roles(String role) {
        return Json.createObjectBuilder()
                .add("roles", Json.createArrayBuilder().add(role))
                .build();
    }
}
