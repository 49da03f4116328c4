package org.pipewright.deploy.rows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pipewright.deploy.access.Acme.ROOT;
import static org.pipewright.deploy.access.Acme.grant;
import static org.pipewright.deploy.access.Acme.json;
import static org.pipewright.deploy.access.Acme.role;
import static org.pipewright.deploy.access.Acme.unique;
import static org.pipewright.deploy.product.RunningProduct.eventually;

import jakarta.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.pipewright.deploy.access.Acme;
import org.pipewright.deploy.product.Call;
import org.pipewright.deploy.product.Chores;
import org.pipewright.deploy.product.Client;
import org.pipewright.deploy.product.Console;
import org.pipewright.deploy.product.DemoMember;

/** Long lists are written in the background, for who asked and with that person's rights, and can be stopped (S-PLAT-15). */
class ListExportsIT {

    private static final int ROWS = 10_000;
    private static final String WORD = unique("Long list");

    @BeforeAll
    static void fill() {
        Acme.console()
                .execute(
                        "insert into core.account (id, name, owner_id) select gen_random_uuid(), ? || ' ' || n, ?::uuid"
                                + " from generate_series(1, " + ROWS + ") n",
                        WORD,
                        Acme.memberId(DemoMember.MAX_MANAGER.email()));
    }

    @AfterAll
    static void empty() {
        Acme.console().execute("delete from core.account where name like ?", WORD + " %");
    }

    private static String begun(DemoMember by) {
        JsonObject wanted = json(
                "recordType",
                "core.account",
                "filter",
                "name=starts=\"" + WORD + "\"",
                "sort",
                "name",
                "fields",
                List.of("name"),
                "header",
                "names",
                "bom",
                false);
        return Acme.as(by).done(Call.post(ROOT + "list-exports", wanted)).json().getString("job");
    }

    private static JsonObject job(String id) {
        return Acme.admin().read(ROOT + "jobs/" + id);
    }

    private static void reaches(String state, String job) {
        eventually(state + ": " + job(job), () -> job(job).getString("state").equals(state));
    }

    private static int fileStatus(Client client, String job) {
        return client.send(Call.get(ROOT + "jobs/" + job + "/file")).status();
    }

    private static List<JsonObject> noticesOf(DemoMember member, String job) {
        return Acme.items(Acme.as(member).read(ROOT + "notices")).stream()
                .filter(notice -> notice.getString("recordId").equals(job))
                .toList();
    }

    private static List<String> lines(DemoMember member, String job) {
        return Acme.as(member)
                .done(Call.get(ROOT + "jobs/" + job + "/file"))
                .body()
                .lines()
                .toList();
    }

    @Test
    void aLongListBecomesAFileForWhoAskedAndNobodyElse() {
        String job = begun(DemoMember.MAX_MANAGER);

        reaches("DONE", job);

        JsonObject done = job(job);
        assertThat(done.getInt("done")).isEqualTo(ROWS);
        assertThat(done.getInt("total")).isEqualTo(ROWS);
        assertThat(done.getJsonObject("by").getString("id")).isEqualTo(Acme.memberId(DemoMember.MAX_MANAGER.email()));
        assertThat(done.getJsonObject("result").getString("file")).isEqualTo("accounts.csv");
        assertThat(lines(DemoMember.MAX_MANAGER, job))
                .hasSize(ROWS + 1)
                .startsWith("id,name")
                .anyMatch(line -> line.endsWith(WORD + " " + ROWS));
        assertThat(fileStatus(Acme.admin(), job)).isEqualTo(404);
        assertThat(noticesOf(DemoMember.MAX_MANAGER, job))
                .singleElement()
                .matches(notice -> notice.getString("kind").equals("file-ready"))
                .matches(notice -> notice.getString("title").equals("accounts.csv"));
        assertThat(noticesOf(DemoMember.ANNA_ADMIN, job)).isEmpty();
    }

    @Test
    void theFileAndWhatWasAskedAreGoneAfterADay() {
        String job = begun(DemoMember.MAX_MANAGER);
        reaches("DONE", job);
        Console console = Acme.console();

        console.execute("update core.job_file set expires_at = now() where job_id = ?::uuid", job);
        console.execute("update platform.job set finished_at = now() - interval '25 hours' where id = ?::uuid", job);
        Chores.due("job-file-expiry");

        assertThat(fileStatus(Acme.as(DemoMember.MAX_MANAGER), job)).isEqualTo(410);
        assertThat(noticesOf(DemoMember.MAX_MANAGER, job))
                .singleElement()
                .matches(notice -> !notice.containsKey("title"));
        eventually(
                "nothing is left",
                () -> console.query(
                                "select payload from platform.job where id = ?::uuid and payload <> '{}'"
                                        + " union all select '{}' from core.job_file_part where job_id = ?::uuid",
                                job,
                                job)
                        .isEmpty());
    }

    @Test
    void aJobWhoseNodeDiedWritesTheFileAnewAndNothingTwice() {
        String job = begun(DemoMember.MAX_MANAGER);
        reaches("DONE", job);
        Console console = Acme.console();

        console.execute("update core.job_file_part set bytes = 'half' where job_id = ?::uuid", job);
        console.execute("update platform.job set state = 'RUNNING', finished_at = null where id = ?::uuid", job);
        console.execute(
                "insert into platform.scheduled_tasks (task_name, task_instance, execution_time, picked, version)"
                        + " values ('job', ?, now(), false, 1)",
                job);

        reaches("DONE", job);
        assertThat(job(job).getInt("done")).isEqualTo(ROWS);
        assertThat(lines(DemoMember.MAX_MANAGER, job)).hasSize(ROWS + 1).doesNotHaveDuplicates();
        assertThat(noticesOf(DemoMember.MAX_MANAGER, job)).hasSize(1);
    }

    @Test
    void aRunningJobThatIsCancelledStopsMidWayAndLeavesNoFile() throws SQLException {
        String job;

        try (Connection files = standingStill()) {
            job = begun(DemoMember.MAX_MANAGER);
            reaches("RUNNING", job);
            Acme.as(DemoMember.MAX_MANAGER).done(Call.of("POST", ROOT + "jobs/" + job + "/cancel"));
            assertThat(job(job).getString("state")).isEqualTo("RUNNING");
        }

        reaches("CANCELLED", job);
        assertThat(job(job).getInt("done")).isPositive().isLessThan(ROWS);
        assertThat(job(job).getJsonObject("result").getString("reason")).isEqualTo("cancelled");
        assertThat(fileStatus(Acme.as(DemoMember.MAX_MANAGER), job)).isEqualTo(404);
        assertThat(Acme.as(DemoMember.MAX_MANAGER)
                        .send(Call.of("POST", ROOT + "jobs/" + job + "/cancel"))
                        .status())
                .isEqualTo(409);
    }

    @Test
    void aRightThatIsTakenAwayAfterThePageBeforeEndsTheJobWithoutAFile() throws SQLException {
        AtomicReference<String> job = new AtomicReference<>();
        AtomicReference<Connection> progress = new AtomicReference<>();

        Acme.holding(DemoMember.OTTO_ONLY, List.of(exporter()), () -> {
            Connection files = standingStill();
            job.set(begun(DemoMember.OTTO_ONLY));
            waits("delete from core.job_file");
            progress.set(
                    Console.unlimited().locking("select 1 from platform.job where id = ?::uuid for update", job.get()));
            release(files);
            waits("update platform.job set done");
        });
        release(progress.get());

        reaches("FAILED", job.get());
        assertThat(job(job.get()).getInt("done")).isPositive().isLessThan(ROWS);
        assertThat(fileStatus(Acme.as(DemoMember.OTTO_ONLY), job.get())).isEqualTo(404);
        assertThat(noticesOf(DemoMember.OTTO_ONLY, job.get())).isEmpty();
    }

    private static String exporter() {
        return role(
                grant("core.account", "view", "tenant"),
                grant("core.account", "export", "tenant"),
                grant("core.export", "use", "tenant"));
    }

    /** Another node has the job by then, and only that one may say how it ended. */
    @Test
    void aRunThatWasOvertakenDoesNotFailTheJob() {
        Console console = Acme.console();
        AtomicReference<String> job = new AtomicReference<>();
        AtomicReference<Connection> files = new AtomicReference<>();

        Acme.holding(DemoMember.OTTO_ONLY, List.of(exporter()), () -> {
            files.set(standingStill());
            job.set(begun(DemoMember.OTTO_ONLY));
            waits("delete from core.job_file");
            console.execute("update platform.job set run_id = gen_random_uuid() where id = ?::uuid", job.get());
        });
        release(files.get());

        eventually(
                "the first run is over",
                () -> console.query(
                                "select task_instance from platform.scheduled_tasks where task_name = 'job'"
                                        + " and task_instance = ?",
                                job.get())
                        .isEmpty());
        assertThat(job(job.get()).getString("state")).isEqualTo("RUNNING");
        console.execute("update platform.job set state = 'CANCELLED' where id = ?::uuid", job.get());
    }

    /** Until it is closed no job gets at the files of jobs, with which exports of lists begin. */
    private static Connection standingStill() {
        return Console.unlimited().locking("lock table core.job_file in exclusive mode");
    }

    private static void release(Connection locks) {
        try {
            locks.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void waits(String statement) {
        eventually(
                statement + " waits for a lock",
                () -> !Console.unlimited()
                        .query(
                                "select pid from pg_stat_activity where wait_event_type = 'Lock' and query like ? || '%'",
                                statement)
                        .isEmpty());
    }
}
