package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.SignedUp;

/** A feature is switched off in the settings and is gone for everybody within five seconds; on again, all is back. */
class FeatureSwitchStoryIT {

    private static final double PROMISED = 5_000;

    private final SignedUp organisation = SignedUp.as("Switch Works");
    private final String colleague = organisation.join("rita", "sales-manager");

    @Test
    void aFeatureGoesForEverybodyAndComesBackWhole() {
        JsonObject lead = lead();
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug());
                Window rita = Window.of(colleague, organisation.slug())) {
            rita.open("leads");
            assertThat(rita.heading("Leads")).isVisible();
            mavis.open("settings/features");
            Looks.good(mavis, "settings-features");

            leads(mavis).uncheck(new Locator.UncheckOptions().setForce(true));
            isGone(rita);
            isGone(mavis);
            isRefused();

            mavis.open("settings/features");
            leads(mavis).check(new Locator.CheckOptions().setForce(true));
            isBack(rita, lead);
        }
    }

    /** What points to a record that is off for now is told and leads nowhere (S-SET-14). */
    @Test
    void whatPointsToSomethingThatIsOffStaysReadable() {
        JsonObject lead = lead();
        JsonObject opportunity = made(
                "opportunities",
                Json.createObjectBuilder()
                        .add("name", "From a lead")
                        .add(
                                "account",
                                made("accounts", Json.createObjectBuilder().add("name", "Zwirbel"))
                                        .getString("id"))
                        .add("lead", lead.getString("id")));
        String page = "opportunities/" + opportunity.getString("id");
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            mavis.open(page);
            assertThat(mavis.link("Zoe Zwirbel").first()).isVisible();

            switchLeads(false);
            mavis.open(page);
            mavis.shows("Zoe Zwirbel");
            assertThat(mavis.link("Zoe Zwirbel")).hasCount(0);
            Looks.fair(mavis, "reference-to-what-is-off");
            assertThat(mavis.refusals()).isEmpty();
        }
        Answer export = organisation.admin().done(Call.get(organisation.path("opportunities/export")));
        assertThat(export.body()).contains("Zoe Zwirbel");
        assertThat(organisation
                        .admin()
                        .done(Call.get(organisation.path(page + "/history")))
                        .body())
                .contains(lead.getString("id"));
        switchLeads(true);
        assertThat(organisation.admin().read(organisation.path(page))).isEqualTo(opportunity);
    }

    private void switchLeads(boolean on) {
        JsonObject choice = Json.createObjectBuilder().add("enabled", on).build();
        organisation.admin().done(Call.put(organisation.path("features/sales.leads"), choice));
    }

    private JsonObject lead() {
        return made(
                "leads",
                Json.createObjectBuilder()
                        .add("firstName", "Zoe")
                        .add("lastName", "Zwirbel")
                        .add("company", "Zwirbel Works")
                        .add(
                                "emails",
                                Json.createArrayBuilder()
                                        .add(Json.createObjectBuilder().add("value", "zoe@zwirbel.example"))));
    }

    private JsonObject made(String path, JsonObjectBuilder body) {
        return organisation
                .admin()
                .done(Call.post(organisation.path(path), body.build()))
                .json();
    }

    private static Locator leads(Window window) {
        return window.page()
                .getByRole(
                        AriaRole.SWITCH,
                        new Page.GetByRoleOptions().setName("Leads").setExact(true));
    }

    private static void isGone(Window window) {
        assertThat(window.menuEntry("Leads")).hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PROMISED));
        window.open("leads");
        window.shows("Not found");
        Looks.good(window, "page-of-a-feature-that-is-off");
        assertThat(window.hits("Zwirbel")).containsText("Nothing found");
        window.page().keyboard().press("Escape");
        window.open("leads/import");
        window.shows("Not found");
        window.open("");
    }

    private void isRefused() {
        Answer answer = organisation.admin().send(Call.get(organisation.path("leads")));

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.problem()).isEqualTo("feature-disabled");
    }

    private void isBack(Window window, JsonObject lead) {
        assertThat(window.menuEntry("Leads")).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PROMISED));
        window.menuEntry("Leads").click();
        window.shows("Zwirbel Works");
        assertThat(window.hits("Zwirbel")).containsText("Zoe Zwirbel");
        assertThat(organisation.admin().read(organisation.path("leads/" + lead.getString("id"))))
                .isEqualTo(lead);
    }
}
