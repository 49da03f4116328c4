package org.pipewright.deploy.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.unique;

import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.DemoMember;

/** What the product writes to its log is structured and tells of nobody (S-NFR-09). */
class LogsIT {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+\\.(example|test|org|com)");
    private static final Pattern TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{20,}");

    @Test
    void nobodyCanBeFoundInIt() throws IOException {
        String name = unique("Unmistakable");
        Acme.admin()
                .done(Call.post(
                        ROOT + "leads",
                        json("lastName", name, "emails", Acme.address("somebody@unmistakable.example"))));
        Acme.admin().send(Call.get(ROOT + "leads").query("filter", "no-such-field==" + name));
        Acme.admin().send(Call.post(ROOT + "leads", json("lastName", name, "emails", Acme.address(name))));
        Acme.product().withToken("eyJ" + "x".repeat(40)).send(Call.get(ROOT + "leads"));
        Browser.loggedIn(DemoMember.RITA_REP.email());
        new Browser().get("/login/callback?code=unmistakable-code&state=unmistakable-state");

        List<String> lines = lines();

        assertThat(lines).isNotEmpty();
        assertThat(lines)
                .noneMatch(line -> ADDRESS.matcher(line).find())
                .noneMatch(line -> TOKEN.matcher(line).find())
                .noneMatch(line -> line.contains("Rita Rep") || line.contains("Anna Admin"))
                .noneMatch(line -> line.toLowerCase().contains("unmistakable"))
                .noneMatch(line -> line.contains("Bearer "));
    }

    @Test
    void everyLineIsAnObject() throws IOException {
        assertThat(lines()).allSatisfy(line -> {
            try (JsonReader reader = Json.createReader(new StringReader(line))) {
                assertThat(reader.readObject().keySet())
                        .contains("Timestamp", "Level")
                        .containsAnyOf("LogMessage", "Throwable");
            }
        });
    }

    @Test
    void aRequestIsFoundByItsNameAndTenant() throws IOException {
        String request = "seen-" + System.nanoTime();
        Acme.admin().done(Call.get(ROOT + "leads").header("X-Request-Id", request));
        String tenant =
                Acme.admin().read(ROOT + "manifest").getJsonObject("tenant").getString("id");

        assertThat(lines())
                .filteredOn(line -> line.contains("request " + request + " "))
                .singleElement()
                .satisfies(line -> assertThat(line).contains("tenant " + tenant, "GET 200"));
    }

    /** How often and how long, and what waits, for those who watch over an installation. */
    @Test
    void figuresCountRequestsAndWhatWaits() {
        String counted = "pipewright_requests_seconds_count{";
        double before = sum(figures(), counted);

        Acme.admin().done(Call.get(ROOT + "leads"));

        String after = figures();
        assertThat(sum(after, counted)).isGreaterThan(before);
        assertThat(after)
                .contains("pipewright_outbox_waiting", "pipewright_jobs_open", "pipewright_tenants_active")
                .doesNotContain("acme", "@");
    }

    private static String figures() {
        return Acme.product().asNobody().done(Call.get("/metrics")).body();
    }

    private static double sum(String figures, String named) {
        return figures.lines()
                .filter(line -> line.startsWith(named))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private static List<String> lines() throws IOException {
        Path log = Acme.product().logs().resolve("payara.log");
        return Files.readAllLines(log).stream()
                .filter(line -> line.startsWith("{"))
                .toList();
    }
}
