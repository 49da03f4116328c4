package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.product.SignedUp;

/** Somebody signs an organisation up, follows the link in the mail, logs in through Keycloak and finds her way. */
class SignUpStoryIT {

    private final String slug = SignedUp.newSlug();
    private final String email = "mavis@" + slug + ".example";

    @Test
    void anOrganisationSignsUpAndItsAdministratorLogsIn() {
        try (Window mavis = Window.ofNobody()) {
            signsUp(mavis);
            confirms(mavis);
            logsIn(mavis);
            findsTheMenuOfAnAdministrator(mavis);
        }
    }

    private void signsUp(Window mavis) {
        Page page = mavis.page();
        page.navigate("/");
        Looks.good(mavis, "welcome");
        mavis.link("Sign up your organisation").click();
        Looks.good(mavis, "sign-up");

        mavis.button("Sign up").click();
        mavis.shows("fields need your attention");
        Looks.good(mavis, "sign-up-refused");

        page.getByLabel("Name of the organisation").fill("Maven Computers");
        page.getByLabel("Address", new Page.GetByLabelOptions().setExact(true)).fill(slug);
        page.getByLabel("Your name").fill("Mavis Maven");
        page.getByLabel("Your e-mail address").fill(email);
        page.getByLabel("Country").selectOption("US");
        page.getByLabel("Currency").selectOption("USD");
        page.getByLabel("I accept the terms").check();
        mavis.button("Sign up").click();
        mavis.shows("Look into your mailbox");
        Looks.good(mavis, "sign-up-sent");
    }

    private void confirms(Window mavis) {
        Page page = mavis.page();
        page.navigate(Mailbox.linkIn(email));
        page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true)).fill(DemoPerson.PASSWORD);
        page.getByLabel("Repeat password").fill("something else");
        mavis.button("Create organisation").click();
        mavis.shows("The two passwords are different.");
        Looks.good(mavis, "sign-up-confirm");

        page.getByLabel("Repeat password").fill(DemoPerson.PASSWORD);
        mavis.button("Create organisation").click();
        mavis.shows("Maven Computers is ready");
        Looks.good(mavis, "sign-up-ready");
    }

    private void logsIn(Window mavis) {
        mavis.link("Log in").click();
        assertThat(mavis.page().locator("#username")).isVisible();
        Looks.good(mavis, "log-in");

        mavis.logIn(email);

        assertThat(mavis.menu()).isVisible();
        Looks.good(mavis, "start-of-a-new-organisation");
    }

    private static void findsTheMenuOfAnAdministrator(Window mavis) {
        assertThat(mavis.menu().getByRole(com.microsoft.playwright.options.AriaRole.HEADING))
                .containsText(new String[] {"Customers", "Sales"});
        assertThat(mavis.menuEntry("Leads")).isVisible();
        assertThat(mavis.menuEntry("Opportunities")).isVisible();
        mavis.button("Your menu").click();
        assertThat(mavis.text("Tenant admin")).isVisible();
        Looks.good(mavis, "own-menu");
    }
}
