package org.pipewright.deploy.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.cluster.Patience.A_MINUTE;
import static org.pipewright.deploy.cluster.Patience.TWO_MINUTES;
import static org.pipewright.deploy.cluster.Patience.within;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;

/** An import of accounts that takes a while, on nodes that may not live that long. */
final class LongImport {

    private static final String IMPORTS = "/api/tenants/acme/imports";
    private static final int ACCOUNTS = 6_000;

    private final Console console;
    private final String id;

    /** Begins it and returns when some rows are in and others are not. */
    LongImport(Client client, Console console) {
        this.console = console;
        this.id = uploaded(client);
        client.done(Call.put(IMPORTS + "/" + id + "/mapping", mapping()));
        client.done(Call.of("POST", IMPORTS + "/" + id + "/validate"));
        within(TWO_MINUTES, "the import is looked through", () -> state(client).equals("VALIDATED"));
        client.done(Call.of("POST", IMPORTS + "/" + id + "/run"));
        within(A_MINUTE, "rows come in", () -> imported() > 0);
    }

    private static String uploaded(Client client) {
        String rows = IntStream.rangeClosed(1, ACCOUNTS)
                .mapToObj(n -> "Cluster " + n)
                .collect(Collectors.joining("\n", "Name\n", "\n"));
        return client.done(Call.of("POST", IMPORTS + "?recordType=core.account").with("text/csv", rows))
                .json()
                .getString("id");
    }

    private static JsonObject mapping() {
        JsonArray fields = Json.createArrayBuilder()
                .add(Json.createObjectBuilder().add("field", "name").add("column", "Name"))
                .build();
        return Json.createObjectBuilder().add("fields", fields).build();
    }

    private String state(Client client) {
        return client.read(IMPORTS + "/" + id).getString("state");
    }

    private int imported() {
        return Integer.parseInt(console.query("select count(*) from core.account where name like 'Cluster %'")
                .get(0));
    }

    /** The process that works on it. */
    long worker() {
        Optional<String> worker =
                console
                        .query("select picked_by from platform.scheduled_tasks where task_name = 'job' and picked")
                        .stream()
                        .findFirst();
        return Long.parseLong(worker.orElseThrow().replaceFirst(".*:", ""));
    }

    void isUnfinished() {
        assertThat(imported()).isLessThan(ACCOUNTS);
    }

    /** Waits for its end: every row is in, and in once. */
    void endsWithEachRowOnce(Client client) {
        within(
                TWO_MINUTES,
                "the import is over",
                () -> List.of("DONE", "DONE_WITH_ERRORS", "FAILED").contains(state(client)));
        assertThat(state(client)).isEqualTo("DONE");
        assertThat(imported()).isEqualTo(ACCOUNTS);
        assertThat(console.query("select count(distinct name) from core.account where name like 'Cluster %'"))
                .containsExactly(String.valueOf(ACCOUNTS));
    }
}
