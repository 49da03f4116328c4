package org.pipewright.deploy.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import jakarta.json.Json;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.keycloak.DemoPerson;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.SignedUp;

/** The administrator invites a manager and a rep; each accepts in an own browser and can do what the role allows. */
class InvitationStoryIT {

    private final SignedUp organisation = SignedUp.as("Invited Works");

    @Test
    void colleaguesAcceptAndDoWhatTheirRolesAllow() {
        made("teams", "North");
        made("teams", "South");
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            invite(mavis, organisation.email("max"), "Max Manager", "Sales manager");
            invite(mavis, organisation.email("rita"), "Rita Rep", "Sales rep");
            Looks.good(mavis, "settings-people-invited");
            belongsToTwoTeams(mavis, "Max Manager");
        }
        accepts(organisation.email("max"), "Max Manager");
        accepts(organisation.email("rita"), "Rita Rep");
        account(organisation.adminEmail(), "House Account");
        manyPeopleAreListedPageByPage();

        try (Window max = Window.of(organisation.email("max"), organisation.slug())) {
            seesEverythingButAdministers(max);
        }
        try (Window rita = Window.of(organisation.email("rita"), organisation.slug())) {
            seesAndEditsHerOwn(rita);
        }
    }

    private static void invite(Window mavis, String email, String name, String role) {
        mavis.open("settings/people");
        mavis.button("Invite").click();
        mavis.dialog().getByLabel("E-mail address").fill(email);
        mavis.dialog().getByLabel("Name").fill(name);
        for (String each : new String[] {"Sales manager", "Sales rep"}) {
            mavis.dialog()
                    .getByLabel(each, new Locator.GetByLabelOptions().setExact(true))
                    .setChecked(each.equals(role));
        }
        mavis.button("Send invitation").click();
        mavis.shows(email);
    }

    private static void belongsToTwoTeams(Window mavis, String name) {
        Locator line = mavis.page().locator("li").filter(new Locator.FilterOptions().setHas(mavis.link(name)));
        Selling.press(line, "More actions");
        mavis.entry("Teams").click();
        Selling.choose(mavis, mavis.dialog(), "Main team", "North");
        mavis.dialog()
                .getByLabel("South", new Locator.GetByLabelOptions().setExact(true))
                .check();
        Looks.good(mavis, "settings-people-teams");
        Selling.press(mavis.dialog(), "Save");
        assertThat(line).containsText("North and South");
    }

    private void accepts(String email, String name) {
        try (Window window = Window.ofNobody()) {
            Page page = window.page();
            page.navigate(Mailbox.linkIn(email));
            window.shows("Invited Works");
            page.getByLabel("Your name").fill(name);
            page.getByLabel("Password", new Page.GetByLabelOptions().setExact(true))
                    .fill(DemoPerson.PASSWORD);
            page.getByLabel("Repeat password").fill(DemoPerson.PASSWORD);
            Looks.good(window, "invitation");

            window.button("Accept invitation").click();
            window.shows("Welcome to Invited Works");
            window.link("Log in").click();
            window.logIn(email);

            assertThat(window.menu()).isVisible();
        }
    }

    private void manyPeopleAreListedPageByPage() {
        IntStream.range(0, 50).forEach(number -> made("people", "Colleague " + number));
        try (Window mavis = Window.of(organisation.adminEmail(), organisation.slug())) {
            mavis.open("settings/people");
            mavis.shows("50 of 53");
            assertThat(mavis.link("Rita Rep")).hasCount(0);

            mavis.button("Show more").click();

            assertThat(mavis.link("Rita Rep")).isVisible();
            assertThat(mavis.button("Show more")).hasCount(0);
        }
    }

    private void account(String owner, String name) {
        made(org.pipewright.deploy.product.RunningProduct.get().as(owner), "accounts", name);
    }

    private void made(String records, String name) {
        made(organisation.admin(), records, name);
    }

    private void made(Client by, String records, String name) {
        by.done(Call.post(
                organisation.path(records),
                Json.createObjectBuilder().add("name", name).build()));
    }

    private static void seesEverythingButAdministers(Window max) {
        max.open("accounts");
        max.shows("House Account");
        max.open("settings/features");
        max.shows("Not allowed");
        Looks.good(max, "settings-not-allowed");
    }

    private void seesAndEditsHerOwn(Window rita) {
        account(organisation.email("rita"), "Rita's Account");
        rita.open("accounts");

        rita.shows("Rita's Account");
        assertThat(rita.count()).hasText("1");
        assertThat(rita.link("House Account")).hasCount(0);

        rita.link("Rita's Account").click();
        rita.button("Edit").click();
        rita.dialog()
                .getByLabel("Website", new Locator.GetByLabelOptions().setExact(true))
                .fill("https://rita.example");
        rita.button("Save").click();
        rita.shows("rita.example");
        rita.button("More actions").click();
        assertThat(rita.entry("Copy link")).isVisible();
        assertThat(rita.entry("Delete")).hasCount(0);
    }
}
