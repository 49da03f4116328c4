package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.id;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.made;
import static org.pipewright.deploy.access.Acme.unique;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pipewright.deploy.access.Browser.Page;
import org.pipewright.deploy.product.Answer;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** What attackers try with browsers (S-NFR-01). What they try with bodies and ids stands in the proofs. */
class SecurityIT {

    private static final String RITA = DemoMember.RITA_REP.email();
    private static final String ORIGIN = Acme.product().url().toString();
    private static final String SCRIPT = "<script>alert(1)</script>";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/t/acme/leads",
                "/signup",
                "/openapi",
                "/problems/not-found",
                "/api/session",
                "/api/texts/en",
                "/api/nothing",
                "/ui/nothing.js"
            })
    void everyAnswerTellsBrowsersToBeCareful(String path) {
        Page page = new Browser().get(path);

        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(page.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(page.header("Referrer-Policy")).isIn("same-origin", "no-referrer");
        assertThat(policy(page, "frame-ancestors")).containsExactly("'none'");
        assertThat(policy(page, "object-src")).containsExactly("'none'");
        assertThat(policy(page, "base-uri")).containsAnyOf("'self'", "'none'");
        assertThat(scripts(page)).doesNotContain("'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "data:");
    }

    private static List<String> scripts(Page page) {
        List<String> own = policy(page, "script-src");
        return own.isEmpty() ? policy(page, "default-src") : own;
    }

    private static List<String> policy(Page page, String directive) {
        return Arrays.stream(page.header("Content-Security-Policy").split(";"))
                .map(part -> Arrays.asList(part.strip().split("\\s+")))
                .filter(part -> part.get(0).equals(directive))
                .map(part -> part.subList(1, part.size()))
                .findFirst()
                .orElse(List.of());
    }

    @Test
    void answersOfTheApiAreKeptNowhere() {
        assertThat(Browser.loggedIn(RITA).send(Call.get(ROOT + "leads")).header("Cache-Control"))
                .contains("no-store");
    }

    @Test
    void noScriptReadsTheCookieAndNoOtherSiteSendsIt() {
        Browser browser = new Browser();
        Page landed = browser.logIn(RITA, "/");

        assertThat(landed.status()).isEqualTo(200);
        assertThat(browser.attributes("pipewright-session")).contains("HttpOnly", "SameSite=Lax", "Path=/");
    }

    @ParameterizedTest(name = "X-Pipewright {0}, Origin {1}: {2}")
    @CsvSource({
        ",      ,                    403",
        "web,   ,                    403",
        ",      own,                 403",
        "web,   https://evil.example,403",
        "web,   null,                403",
        "web,   own,                 201"
    })
    void changesComeFromOurOwnPages(String header, String origin, int status) {
        Call call = Call.post(ROOT + "accounts", json("name", unique("Cross-site")));
        call = header == null ? call : call.header("X-Pipewright", header);
        call = origin == null ? call : call.header("Origin", origin.equals("own") ? ORIGIN : origin);

        assertThat(Browser.loggedIn(RITA).send(call).status()).isEqualTo(status);
    }

    @Test
    void aFormOfAnotherSiteLogsNobodyOut() {
        Browser browser = Browser.loggedIn(RITA);

        Page refused = browser.send(Call.of("POST", "/logout").header("Origin", "https://evil.example"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(browser.send(Call.get(ROOT + "manifest")).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example/",
                "\\\\evil.example",
                "/%09/evil.example",
                "javascript:alert(1)",
                "http:evil.example",
                "/t/acme\r\nLocation: https://evil.example"
            })
    void aLogInEndsHereWhateverTheLinkSaid(String returnTo) {
        Page landed = new Browser().logIn(RITA, returnTo);

        assertThat(landed.address().getHost()).isEqualTo("localhost");
        assertThat(landed.address().getPort()).isEqualTo(Acme.product().url().getPort());
        assertThat(landed.status()).isLessThan(500);
    }

    @Test
    void whatPeopleTypeIsNeverAPage() {
        String account = id(made(DemoMember.ANNA_ADMIN, "accounts", "name", unique(SCRIPT)));

        Answer read = Acme.admin().done(Call.get(ROOT + "accounts/" + account));

        assertThat(read.contentType()).startsWith("application/json");
        assertThat(read.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(read.json().getString("name")).contains(SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/problems/%3Cscript%3Ealert(1)%3C/script%3E",
                "/login/callback?code=%3Cscript%3E&state=%3Cscript%3E"
            })
    void pagesDoNotRepeatWhatTheyWereAsked(String path) {
        assertThat(new Browser().get(path).body())
                .doesNotContain("<script>alert")
                .doesNotContain("<script>\"");
    }

    @Test
    void spreadsheetsRunNothingOfAnExport() {
        String name = "=cmd|' /C calc'!A0 " + unique("Formula");
        made(DemoMember.ANNA_ADMIN, "accounts", "name", name);

        String file = Acme.admin()
                .done(Call.get(ROOT + "accounts/export").query("q", name.substring(name.indexOf("Formula"))))
                .body();

        assertThat(file)
                .contains("'=cmd")
                .doesNotContain("\n=cmd")
                .doesNotContain(",=cmd")
                .doesNotContain("\"=cmd");
    }

    @ParameterizedTest
    @CsvSource({"text/html,415", "application/zip,415", "image/svg+xml,415", "text/csv,201"})
    void onlyFilesOfTheRightKindAreTakenIn(String type, int status) {
        Answer answer = Acme.admin()
                .send(Call.of("POST", ROOT + "imports")
                        .query("recordType", "core.account")
                        .query("fileName", "../../etc/" + SCRIPT + ".csv")
                        .with(type, "Name\nSomebody\n"));

        assertThat(answer.status()).isEqualTo(status);
    }

    @Test
    void nothingButTheProductIsAskedByItsPages() {
        String shell = new Browser().get("/").body();

        assertThat(shell)
                .doesNotContain("src=\"http")
                .doesNotContain("href=\"http")
                .doesNotContain("//cdn");
        assertThat(new Browser().get("/").header("Content-Security-Policy")).doesNotContain("http");
    }
}
