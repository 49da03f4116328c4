package org.pipewright.deploy.tenants;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.RunningProduct;

/** S-TEN-12, S-TEN-13: a suspended tenant reads and exports, and nothing leaves it; afterwards there is no storm. */
class SuspensionIT {

    private static final int ROWS = 5_000;

    private final RunningProduct product = RunningProduct.get();
    private final Newcomer tenant = new Newcomer();

    @Test
    void readsAndExportsButWritesNothing() {
        tenant.admin().done(tenant.account("Before"));
        suspend();

        assertThat(tenant.admin().read(tenant.path("accounts")).getJsonArray("items"))
                .hasSize(1);
        assertThat(tenant.admin().send(tenant.account("After")).problem()).isEqualTo("tenant-suspended");
        assertThat(tenant.admin().send(Call.of("POST", tenant.path("exports"))).status())
                .isEqualTo(202);
        RunningProduct.eventually(
                "the export is ready",
                () -> tenant.admin()
                        .read(tenant.path("exports"))
                        .getJsonArray("items")
                        .getJsonObject(0)
                        .getString("state")
                        .equals("READY"));
    }

    /** S-AUD-01: what the operator did and who took lists stands in the trail, which can be taken as a file itself. */
    @Test
    void tellsInTheTrailWhatTheOperatorDidAndWhoTookLists() {
        tenant.admin().done(tenant.account("=Listed"));
        suspend();
        tenant.admin().done(Call.get(tenant.path("accounts/export")));

        JsonObject status = last("status");
        JsonObject export = last("export-list");
        assertThat(status.getString("operator")).isEqualTo("Olga Operator");
        assertThat(status.containsKey("by")).isFalse();
        assertThat(export.getString("subject")).isEqualTo("core.account");
        assertThat(export.getJsonObject("by").getString("title")).isEqualTo("Nora Newcomer");
        String file = tenant.admin().done(Call.get(tenant.path("audit/export"))).body();
        assertThat(file)
                .startsWith("\uFEFFat,by,operator,via,action,subject,record,title,changes\r\n")
                .contains(",Olga Operator,")
                .contains("status: ACTIVE → SUSPENDED")
                .contains(",'=Listed,");
        assertThat(last("export-list").getString("subject")).isEqualTo("core.audit");
        assertThat(tenant.admin()
                        .send(Call.get(tenant.path("audit/export")).query("from", "yesterday"))
                        .fields())
                .containsExactly("from");
    }

    private JsonObject last(String action) {
        return tenant.admin()
                .done(Call.get(tenant.path("audit")).query("action", action))
                .json()
                .getJsonArray("items")
                .getJsonObject(0);
    }

    @Test
    void holdsMailAndSkipsWhatIsTooOldAfterwards() {
        String fresh = "fresh@" + tenant.slug() + ".example";
        String stale = "stale@" + tenant.slug() + ".example";
        suspend();
        post(fresh, "now()");
        post(stale, "now() - interval '7 days'");
        tenant.console()
                .execute(
                        "insert into platform.reminder (tenant_id, activity_id, at) values"
                                + " (?::uuid, ?::uuid, now() - interval '7 days'), (?::uuid, ?::uuid, now() + interval '1 day')",
                        tenant.id(),
                        UUID.randomUUID().toString(),
                        tenant.id(),
                        UUID.randomUUID().toString());

        String elsewhere = "elsewhere@" + tenant.slug() + ".example";
        new Newcomer().joined(elsewhere);
        assertThat(product.mailsTo(elsewhere)).isNotEmpty();
        assertThat(product.mailsTo(fresh)).isEmpty();

        tenant.operator().done(Call.of("POST", tenant.operatorPath("reactivate")));
        RunningProduct.eventually(
                "the held mail goes out", () -> !product.mailsTo(fresh).isEmpty());
        assertThat(product.mailsTo(fresh)).hasSize(1);
        assertThat(product.mailsTo(stale)).isEmpty();
        assertThat(tenant.console().query("select 1 from platform.outbox where tenant_id = ?::uuid", tenant.id()))
                .isEmpty();
        for (String skipped : List.of("skip-mail", "skip-reminders")) {
            assertThat(tenant.console()
                            .query(
                                    "select changes->0->>'old' from core.history where tenant_id = ?::uuid and action = ?",
                                    tenant.id(),
                                    skipped))
                    .as(skipped)
                    .containsExactly("1");
        }
        assertThat(tenant.console()
                        .query("select count(*) from platform.reminder where tenant_id = ?::uuid", tenant.id()))
                .containsExactly("1");
    }

    private void post(String address, String createdAt) {
        JsonObject letter = Json.createObjectBuilder()
                .add("to", address)
                .add("language", "en")
                .add("kind", "invitation")
                .add(
                        "arguments",
                        Json.createObjectBuilder()
                                .add("name", "Ivo")
                                .add("organisation", "Newcomer")
                                .add("by", "Nora")
                                .add("link", "http://localhost/"))
                .build();
        tenant.console()
                .execute(
                        "insert into platform.outbox (tenant_id, kind, consumer, payload, created_at) values"
                                + " (?::uuid, 'mail', '', ?::jsonb, " + createdAt + ")",
                        tenant.id(),
                        letter.toString());
    }

    @Test
    void stopsARunningImportCleanly() {
        String id = uploaded();
        tenant.admin().done(Call.of("POST", tenant.path("imports/" + id + "/validate")));
        RunningProduct.eventually("looked through", () -> state(id).equals("VALIDATED"));
        tenant.admin().done(Call.of("POST", tenant.path("imports/" + id + "/run")));
        RunningProduct.eventually("rows come in", () -> accounts() > 0);

        suspend();

        RunningProduct.eventually("the import stops", () -> state(id).equals("CANCELLED"));
        int stopped = accounts();
        assertThat(stopped).isLessThan(ROWS);
        assertThat(tenant.console().query("select reason from core.import where id = ?::uuid", id))
                .containsExactly("tenant-suspended");
        assertThat(tenant.console()
                        .query(
                                "select count(*) from core.import_row where import_id = ?::uuid and state = 'CREATED'",
                                id))
                .containsExactly(String.valueOf(stopped));
    }

    @Test
    void letsJobsWaitThatHaveNotBegun() {
        suspend();
        String job = UUID.randomUUID().toString();
        tenant.console()
                .execute(
                        "insert into platform.job (id, tenant_id, kind, state) values (?::uuid, ?::uuid, 'import', 'WAITING')",
                        job,
                        tenant.id());
        tenant.console()
                .execute(
                        "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                                + " values ('job', ?, now(), false, 1)",
                        job);

        RunningProduct.eventually(
                "it was looked at and put off",
                () -> !tenant.console()
                        .query(
                                "select 1 from platform.scheduled_tasks where task_instance = ? and execution_time > now()",
                                job)
                        .isEmpty());
        assertThat(tenant.console().query("select state from platform.job where id = ?::uuid", job))
                .containsExactly("WAITING");
        tenant.console().execute("delete from platform.scheduled_tasks where task_instance = ?", job);
        tenant.console().execute("delete from platform.job where id = ?::uuid", job);
    }

    private void suspend() {
        tenant.operator().done(Call.post(tenant.operatorPath("suspend"), Newcomer.json("reason", "Test")));
        RunningProduct.eventually(
                "the suspension holds",
                () -> tenant.admin().send(tenant.account("Never")).status() == 403);
    }

    private String uploaded() {
        String rows = IntStream.rangeClosed(1, ROWS)
                .mapToObj(n -> "Account " + n)
                .collect(Collectors.joining("\n", "Name\n", "\n"));
        String id = tenant.admin()
                .done(Call.of("POST", tenant.path("imports?recordType=core.account"))
                        .with("text/csv", rows))
                .json()
                .getString("id");
        JsonObject field = Json.createObjectBuilder()
                .add("field", "name")
                .add("column", "Name")
                .build();
        JsonObject mapping = Json.createObjectBuilder()
                .add("fields", Json.createArrayBuilder().add(field))
                .build();
        tenant.admin().done(Call.put(tenant.path("imports/" + id + "/mapping"), mapping));
        return id;
    }

    private String state(String id) {
        return tenant.console()
                .query("select state from core.import where id = ?::uuid", id)
                .get(0);
    }

    private int accounts() {
        return Integer.parseInt(tenant.console()
                .query("select count(*) from core.account where tenant_id = ?::uuid", tenant.id())
                .get(0));
    }
}
