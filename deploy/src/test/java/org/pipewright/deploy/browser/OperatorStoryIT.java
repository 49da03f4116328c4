package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import jakarta.json.Json;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.SignedUp;

/** The operator suspends an organisation, lets it work again, and takes and grants a whole module. */
class OperatorStoryIT {

    private static final double PROMISED = 5_000;

    private static final String SUSPENDED = "you can read and export, and change nothing";

    private final SignedUp organisation = SignedUp.as("Operated " + SignedUp.newSlug());

    @Test
    void anOrganisationIsSuspendedAndReactivated() {
        account("Before");
        try (Window operator = operator();
                Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            assertThat(organisation
                            .admin()
                            .done(Call.get(organisation.path("audit")).query("action", "log-in"))
                            .json()
                            .getJsonArray("items"))
                    .hasSize(1);
            suspend(operator);
            mavis.open("accounts");
            mavis.shows("Before");
            assertThat(mavis.text(SUSPENDED)).isVisible();
            refusesToWrite(mavis);
            assertThat(written("By a program").problem()).isEqualTo("tenant-suspended");

            mine(operator).getByText("Reactivate").click();
            assertThat(mine(operator)).containsText("Active");
            mavis.button("Save").click();
            mavis.shows("“During” created");
            assertThat(mavis.text(SUSPENDED)).hasCount(0);
        }
    }

    @Test
    void aModuleIsTakenAwayAndGranted() {
        try (Window operator = operator();
                Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            assertThat(mavis.menuEntry("Opportunities")).isVisible();

            sales(operator).uncheck(new Locator.UncheckOptions().setForce(true));
            Looks.good(operator, "operator-takes-a-module");
            operator.button("Take away").click();
            assertThat(mavis.menuEntry("Opportunities"))
                    .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PROMISED));
            Answer answer = organisation.admin().send(Call.get(organisation.path("opportunities")));
            assertThat(answer.problem()).isEqualTo("feature-disabled");

            sales(operator).check(new Locator.CheckOptions().setForce(true));
            assertThat(mavis.menuEntry("Opportunities"))
                    .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PROMISED));
        }
    }

    /** The operator's page with this organisation alone, whatever others there are. */
    private Window operator() {
        Window operator = Window.ofNobody();
        operator.page().navigate("/login?returnTo=/operator");
        operator.logIn(DemoMember.OPERATOR.email());
        assertThat(operator.heading("Operator")).isVisible();
        Locator search = operator.page().getByLabel("Search organisations by name, address or plan");
        search.fill(organisation.slug());
        search.press("Enter");
        assertThat(operator.page().locator("section.card").filter(new Locator.FilterOptions().setHasText("Plan")))
                .hasCount(1);
        return operator;
    }

    /** What the operator's page shows of the organisation. */
    private Locator mine(Window operator) {
        return operator.page()
                .locator("section.card")
                .filter(new Locator.FilterOptions().setHasText(organisation.name()));
    }

    private Locator sales(Window operator) {
        return mine(operator).getByRole(AriaRole.SWITCH, new Locator.GetByRoleOptions().setName("Sales"));
    }

    private void suspend(Window operator) {
        Looks.good(operator, "operator");
        mine(operator).getByText("Suspend").click();
        operator.dialog().getByLabel("Reason").fill("Unpaid since May");
        Looks.good(operator, "operator-suspends");
        operator.dialog()
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Suspend"))
                .click();
        assertThat(mine(operator)).containsText("Suspended");
    }

    private static void refusesToWrite(Window mavis) {
        mavis.page().keyboard().press("c");
        mavis.dialog()
                .getByLabel("Name", new Locator.GetByLabelOptions().setExact(true))
                .fill("During");
        mavis.button("Save").click();
        assertThat(mavis.dialog().getByRole(AriaRole.ALERT)).containsText("suspended");
        Looks.good(mavis, "suspended");
    }

    private void account(String name) {
        assertThat(written(name).isSuccess()).isTrue();
    }

    private Answer written(String name) {
        return organisation
                .admin()
                .send(Call.post(
                        organisation.path("accounts"),
                        Json.createObjectBuilder().add("name", name).build()));
    }
}
