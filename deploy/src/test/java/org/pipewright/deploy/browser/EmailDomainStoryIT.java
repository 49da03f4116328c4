package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.IssuerAccounts;
import org.pipewright.deploy.product.RunningProduct;
import org.pipewright.deploy.product.SignedUp;

/** S-AUTH-04: people come by a verified address of a domain their organisation has proven, and by nothing less. */
class EmailDomainStoryIT {

    private final RunningProduct product = RunningProduct.get();
    private final SignedUp organisation = SignedUp.as("Domain Works");
    private final SignedUp rival = SignedUp.as("Domain Rival");
    private final String domain = "staff-" + organisation.slug() + ".example";
    private final IssuerAccounts accounts = new IssuerAccounts();

    @Test
    void aProvenDomainLetsItsPeopleIn() {
        organisation
                .admin()
                .done(Call.post(
                        organisation.path("teams"),
                        Json.createObjectBuilder().add("name", "North").build()));
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            namesTheDomain(mavis);
            provesIt(mavis);
        }
        nobodyElseProvesIt();

        comesIn("dora@" + domain);
        onlyConfirmedAddressesOfExactlyTheDomainCount();
        aSecondLogInChangesNothing("dora@" + domain);
        withoutItsRecordTheDomainLetsNobodyIn();
    }

    private void namesTheDomain(Window mavis) {
        mavis.open("settings/people");
        mavis.button("Add domain").click();
        mavis.dialog().getByLabel("Domain").fill("gmail.com");
        Selling.choose(mavis, mavis.dialog(), "Role", "Sales rep");
        Selling.press(mavis.dialog(), "Add domain");
        mavis.shows("Anybody can have an address in this domain.");
        mavis.dialog().getByLabel("Domain").fill(domain.toUpperCase(Locale.ROOT));
        Selling.choose(mavis, mavis.dialog(), "Main team", "North");
        Selling.press(mavis.dialog(), "Add domain");
        mavis.shows("Not proven");
        mavis.shows("_pipewright." + domain);
        Looks.good(mavis, "settings-email-domain");
    }

    private void provesIt(Window mavis) {
        mavis.button("Prove").click();
        mavis.shows("is not shown to be yours");
        strangersStayOut("early@" + domain);

        product.names().publish(record().getString("recordName"), record().getString("recordText"));
        mavis.button("Prove").click();
        assertThat(mavis.page().getByText("Proven", new Page.GetByTextOptions().setExact(true)))
                .isVisible();
    }

    /** The rival has published a record of its own and learns nothing but that it will not do. */
    private void nobodyElseProvesIt() {
        JsonObject claim = rival.admin()
                .done(Call.post(rival.path("email-domains"), terms(rival)))
                .json();
        Call prove = Call.of("POST", rival.path("email-domains/" + claim.getString("id") + "/prove"));
        Answer without = rival.admin().send(prove);
        product.names().publish(claim.getString("recordName"), claim.getString("recordText"));
        Answer with = rival.admin().send(prove);
        product.names().publish(record().getString("recordName"), record().getString("recordText"));

        assertThat(without.status()).isEqualTo(409);
        assertThat(with.status()).isEqualTo(409);
        assertThat(with.json()).isEqualTo(without.json());
    }

    private void comesIn(String address) {
        accounts.add(address, true);
        try (Window dora = Window.of(address, organisation.slug())) {
            assertThat(dora.menuEntry("Leads")).isVisible();
        }
        JsonObject member = member(address);
        assertThat(member.getString("status")).isEqualTo("ACTIVE");
        assertThat(member.getJsonObject("team").getString("title")).isEqualTo("North");
        assertThat(rolesOf(member)).containsExactly("sales-rep");
        assertThat(joined()).containsExactly("Dora Newcomer");
    }

    private void onlyConfirmedAddressesOfExactlyTheDomainCount() {
        strangersStayOut("sue@below." + domain);
        strangersStayOut("otto@other-" + domain);
        accounts.add("una@" + domain, false);
        try (Window una = Window.ofNobody()) {
            una.page().navigate("/login");
            una.enterPassword("una@" + domain);
            una.shows("Log-in was not completed");
        }
        assertThat(people()).hasSize(2);
    }

    private void strangersStayOut(String address) {
        accounts.add(address, true);
        try (Window stranger = Window.ofNobody()) {
            stranger.page().navigate("/login?returnTo=/");
            stranger.logIn(address);
            stranger.shows("You do not belong to an organisation yet");
            Response page = stranger.page().navigate("/t/" + organisation.slug() + "/");
            assertThat(page.status()).isEqualTo(403);
            stranger.forget();
        }
        assertThat(product.as(address).read("/api/session").getJsonArray("tenants"))
                .isEmpty();
    }

    private void aSecondLogInChangesNothing(String address) {
        try (Window again = Window.ofNobody()) {
            again.page().navigate("/login?returnTo=/t/" + organisation.slug() + "/");
            again.logIn(address);
            assertThat(again.menu()).isVisible();
        }
        assertThat(joined()).containsExactly("Dora Newcomer");
    }

    private void withoutItsRecordTheDomainLetsNobodyIn() {
        product.names().withdraw(record().getString("recordName"));
        strangersStayOut("late@" + domain);

        assertThat(record().getBoolean("proven")).isFalse();
        assertThat(people()).hasSize(2);
    }

    private JsonObject record() {
        return organisation
                .admin()
                .read(organisation.path("email-domains"))
                .getJsonArray("items")
                .getJsonObject(0);
    }

    private JsonObject terms(SignedUp by) {
        String role = by.admin().read(by.path("roles")).getJsonArray("items").getValuesAs(JsonObject.class).stream()
                .filter(each -> each.getString("key", "").equals("read-only"))
                .map(each -> each.getString("id"))
                .findFirst()
                .orElseThrow();
        return Json.createObjectBuilder()
                .add("domain", domain)
                .add("role", role)
                .build();
    }

    private List<JsonObject> people() {
        return organisation
                .admin()
                .read(organisation.path("people"))
                .getJsonArray("items")
                .getValuesAs(JsonObject.class);
    }

    private JsonObject member(String address) {
        return people().stream()
                .filter(person -> person.getString("email", "").equals(address))
                .findFirst()
                .orElseThrow();
    }

    private List<String> rolesOf(JsonObject member) {
        return organisation
                .admin()
                .read(organisation.path("people/" + member.getString("id") + "/roles"))
                .getJsonArray("roles")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(role -> role.getString("key"))
                .toList();
    }

    /** Who joined by the domain, as the audit log tells. */
    private List<String> joined() {
        return organisation
                .admin()
                .done(Call.get(organisation.path("audit")).query("action", "join-by-domain"))
                .json()
                .getJsonArray("items")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(entry -> entry.getString("title"))
                .toList();
    }
}
