package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.product.RunningProduct.eventually;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.access.Browser.Page;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.DemoMember;
import org.pipewright.deploy.product.IssuerAccounts;

/** How people get in and out with a browser (S-AUTH-01, -03, -04, -10, -11). */
class LogInIT {

    private static final String RITA = DemoMember.RITA_REP.email();
    private static final Call WORK = Call.get(ROOT + "manifest");

    @Test
    void leadsToTheIdentityProviderWithStateNonceAndProof() {
        String address = new Browser().get("/login?returnTo=/t/acme").header("Location");

        assertThat(address)
                .startsWith(Acme.product().issuer().toString())
                .contains("response_type=code")
                .contains("state=")
                .contains("nonce=")
                .contains("code_challenge=")
                .contains("code_challenge_method=S256");
    }

    @Test
    void comesBackToThePageThatWasAskedFor() {
        Browser browser = new Browser();

        Page page = browser.logIn(RITA, "/t/acme/leads?view=mine");

        assertThat(page.address().toString()).endsWith("/t/acme/leads?view=mine");
        assertThat(browser.send(WORK).status()).isEqualTo(200);
    }

    @Test
    void givesANewSecretAtEveryLogIn() {
        Browser browser = new Browser();
        browser.keep("pipewright-session", "planted-by-somebody-else");

        browser.logIn(RITA, "/");

        assertThat(browser.cookie("pipewright-session")).isNotEqualTo("planted-by-somebody-else");
        assertThat(browser.send(WORK).status()).isEqualTo(200);
    }

    @Test
    void endsWhenTheProviderEndsItsSession() {
        Browser browser = Browser.loggedIn(RITA);
        assertThat(browser.send(WORK).status()).isEqualTo(200);

        browser.logOutAtProvider();

        eventually(
                "the provider's log-out is honoured", () -> browser.send(WORK).status() == 401);
    }

    @Test
    void endsHereAndAtTheProvider() {
        Browser browser = Browser.loggedIn(RITA);
        String secret = browser.cookie("pipewright-session");

        Page out = browser.send(Call.of("POST", "/logout")
                .header("Origin", Acme.product().url().toString())
                .header("Accept", "application/json"));

        assertThat(out.body()).contains("/protocol/openid-connect/logout").contains("id_token_hint");
        browser.keep("pipewright-session", secret);
        assertThat(browser.send(WORK).status()).isEqualTo(401);
    }

    @Test
    void isOfNoUseToWhoBelongsNowhere() {
        String rob = Acme.memberId(DemoMember.ROB_REP.email());
        Acme.admin().done(Call.post(ROOT + "people/" + rob + "/deactivate", json()));
        try {
            eventually(
                    "Rob belongs nowhere",
                    () -> Acme.as(DemoMember.ROB_REP)
                            .read("/api/session")
                            .getJsonArray("tenants")
                            .isEmpty());
            assertThat(Acme.as(DemoMember.ROB_REP).send(WORK).status()).isEqualTo(404);
        } finally {
            Acme.admin().done(Call.post(ROOT + "people/" + rob + "/activate", json()));
        }
    }

    /** Whom nobody invited is told so, sees no list of organisations, and is nobody anywhere afterwards (S-AUTH-04). */
    @Test
    void makesNothingOfWhomNobodyKnows() {
        String stranger = "stranger" + System.nanoTime() + "@nowhere.example";
        new IssuerAccounts().add(stranger, true);
        List<String> before = organisations();

        Page page = new Browser().logIn(stranger, "/");

        assertThat(page.status()).isEqualTo(403);
        Client program = Acme.product().as(stranger);
        assertThat(program.read("/api/session").getJsonArray("tenants")).isEmpty();
        assertThat(program.send(WORK).status()).isEqualTo(404);
        assertThat(organisations()).isEqualTo(before);
        assertThat(known(stranger)).isTrue();
        Acme.console()
                .execute(
                        "update platform.person set last_login_at = now() - interval '25 hours' where email = ?",
                        stranger);
        Acme.console()
                .execute(
                        "update platform.session set expires_at = now() where person_id ="
                                + " (select id from platform.person where email = ?)",
                        stranger);
        Chores.due("strangers");
        eventually("nothing is kept of the stranger", () -> !known(stranger));
    }

    private static boolean known(String email) {
        return !Acme.console()
                .query("select id from platform.person where email = ?", email)
                .isEmpty();
    }

    private static List<String> organisations() {
        return Acme.console()
                .query("select (select count(*) from platform.tenant), (select count(*) from platform.membership),"
                        + " (select count(*) from core.member), (select count(*) from core.invitation)");
    }

    @Test
    void endsAfterTheTimeWithoutUseThatTheOrganisationAllows() {
        Browser browser = Browser.loggedIn(RITA);
        setting("core.session.idle-minutes", 30);
        try {
            assertThat(browser.send(WORK).status()).isEqualTo(200);
            unusedFor("40 minutes", "0 hours");

            eventually("it is over", () -> browser.send(WORK).status() == 401);
            assertThat(browser.send(Call.get("/api/session")).status()).isEqualTo(401);
        } finally {
            setting("core.session.idle-minutes", null);
        }
    }

    @Test
    void endsAfterTheHoursThatTheOrganisationAllows() {
        Browser browser = Browser.loggedIn(RITA);
        setting("core.session.hours", 2);
        try {
            assertThat(browser.send(WORK).status()).isEqualTo(200);
            unusedFor("0 minutes", "3 hours");

            eventually("it is over", () -> browser.send(WORK).status() == 401);
        } finally {
            setting("core.session.hours", null);
        }
    }

    private static void unusedFor(String idle, String age) {
        Acme.console()
                .execute("update platform.session set last_seen_at = now() - interval '" + idle
                        + "', created_at = now() - interval '" + age
                        + "' where person_id = (select id from platform.person where email = '" + RITA + "')");
    }

    private static void setting(String key, Integer value) {
        Acme.admin().done(Call.put(ROOT + "settings/" + key, json("value", value)));
    }

    @Test
    void isSentBackForASecondStepWhereTheOrganisationAsksForOne() {
        Acme.console().execute("insert into core.setting (key, value) values ('core.login.level', 'gold')");
        try {
            eventually(
                    "a second step is asked for",
                    () -> Acme.as(DemoMember.RITA_REP).send(WORK).status() == 401);
            Answer refused = Acme.as(DemoMember.RITA_REP).send(WORK);
            assertThat(refused.problem()).isEqualTo("step-up-required");
            assertThat(refused.headers().firstValue("WWW-Authenticate").orElse(""))
                    .contains("insufficient_user_authentication")
                    .contains("acr_values=\"gold\"");
            assertThat(new Browser().get("/login?level=gold").header("Location"))
                    .contains("acr_values=gold");
        } finally {
            Acme.console().execute("delete from core.setting where key = 'core.login.level'");
        }
        eventually(
                "it is enough again",
                () -> Acme.as(DemoMember.RITA_REP).send(WORK).status() == 200);
    }

    @Test
    void nobodyAsksForALevelTheirOwnLogInDoesNotHave() {
        Answer refused = Acme.admin().send(Call.put(ROOT + "settings/core.login.level", json("value", "gold")));

        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.problem()).isEqualTo("locks-out");
    }
}
