package org.pipewright.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Instance;
import jakarta.json.JsonValue;
import java.lang.reflect.Proxy;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.LoginPolicy;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.access.RightsTable;

/** S-PLAT-15: what becomes of a job whose node died, and of one that somebody cancels. */
class JobExecutionTest {

    private static final UUID TENANT = UUID.randomUUID();

    /** The job as it is kept. */
    private static final class Kept extends JobRows {

        private final JobRow job;
        private String state;
        private String reason = "";
        private int done;
        private boolean cancelRequested;

        Kept(JobRow.State state) {
            job = new JobRow(UUID.randomUUID(), TENANT, null, "pages", JsonValue.EMPTY_JSON_OBJECT, state, 1, "ACTIVE");
            this.state = state.name();
        }

        @Override
        Optional<JobRow> withId(UUID id) {
            return Optional.of(job);
        }

        @Override
        void started(UUID id, UUID run) {
            state = "RUNNING";
        }

        @Override
        boolean progress(UUID id, UUID run, int soFar) {
            done = soFar;
            return true;
        }

        @Override
        Optional<String> reasonToStop(UUID id, UUID run, boolean worksWhileClosed) {
            return cancelRequested ? Optional.of("cancelled") : Optional.empty();
        }

        @Override
        void finished(UUID id, UUID run, JobRow.State end) {
            state = end.name();
        }

        @Override
        void cancelled(UUID id, UUID run, String why) {
            state = "CANCELLED";
            reason = why;
        }

        @Override
        void refused(UUID id, String why) {
            state = "FAILED";
            reason = why;
        }

        @Override
        void failed(UUID id, UUID run, String why) {
            refused(id, why);
        }
    }

    /** Does three pages, and tells what is done of them. */
    private static final class Pages implements JobHandler {

        private final boolean resumable;
        private final Runnable afterEach;
        private final List<Integer> pages = new ArrayList<>();

        Pages(boolean resumable, Runnable afterEach) {
            this.resumable = resumable;
            this.afterEach = afterEach;
        }

        @Override
        public String kind() {
            return "pages";
        }

        @Override
        public void run(JobRun run) {
            for (int page = run.done() + 1; page <= 3; page++) {
                run.stopIfCancelled();
                pages.add(page);
                run.progress(page);
                afterEach.run();
            }
        }

        @Override
        public boolean resumable() {
            return resumable;
        }
    }

    private static final class Platform extends Callers {

        @Override
        public Caller system(UUID tenant) {
            TenantFacts facts = new TenantFacts(
                    tenant,
                    "shop",
                    "Shop",
                    "ACTIVE",
                    "EUR",
                    ZoneOffset.UTC,
                    DayOfWeek.MONDAY,
                    Locale.ENGLISH,
                    "DE",
                    LoginPolicy.NONE);
            return new Caller(
                    facts,
                    Locale.ENGLISH,
                    null,
                    "Shop",
                    null,
                    Set.of(),
                    Set.of(),
                    List.of(),
                    RightsTable.everything(),
                    Set.of(),
                    Set.of(),
                    Map.of());
        }
    }

    private static void run(Kept rows, JobHandler... handlers) {
        JobExecution execution = new JobExecution();
        execution.rows = rows;
        execution.callers = new Platform();
        execution.binding = new CallerBinding();
        execution.handlers = beans(handlers);
        execution.works = beans();
        assertThat(execution.run(rows.job.id())).isEqualTo(JobExecution.End.OVER);
    }

    @SafeVarargs
    @SuppressWarnings("unchecked")
    private static <T> Instance<T> beans(T... beans) {
        return (Instance<T>) Proxy.newProxyInstance(
                Instance.class.getClassLoader(), new Class<?>[] {Instance.class}, (proxy, method, arguments) -> {
                    assertThat(method.getName()).isEqualTo("stream");
                    return Stream.of(beans);
                });
    }

    @Test
    void failsWhereItsNodeDiedAndItCannotGoOnAndIsNotBegunAgain() {
        Kept rows = new Kept(JobRow.State.RUNNING);
        Pages pages = new Pages(false, () -> {});

        run(rows, pages);

        assertThat(rows.state).isEqualTo("FAILED");
        assertThat(rows.reason).isEqualTo("the node that ran it stopped");
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void goesOnWhereItsNodeDiedAndDoesNothingTwice() {
        Kept rows = new Kept(JobRow.State.RUNNING);
        Pages pages = new Pages(true, () -> {});

        run(rows, pages);

        assertThat(rows.state).isEqualTo("DONE");
        assertThat(pages.pages).containsExactly(2, 3);
    }

    @Test
    void stopsAtItsNextLookOnceItIsCancelledAndKeepsWhatIsDone() {
        Kept rows = new Kept(JobRow.State.WAITING);
        Pages pages = new Pages(true, () -> rows.cancelRequested = true);

        run(rows, pages);

        assertThat(rows.state).isEqualTo("CANCELLED");
        assertThat(rows.reason).isEqualTo("cancelled");
        assertThat(pages.pages).containsExactly(2);
        assertThat(rows.done).isEqualTo(2);
    }

    @Test
    void doesNothingWhereItIsCancelledBeforeItBegins() {
        Kept rows = new Kept(JobRow.State.WAITING);
        rows.cancelRequested = true;
        Pages pages = new Pages(true, () -> {});

        run(rows, pages);

        assertThat(rows.state).isEqualTo("CANCELLED");
        assertThat(pages.pages).isEmpty();
    }

    @Test
    void isOverOnceItIsOver() {
        Kept rows = new Kept(JobRow.State.CANCELLED);
        Pages pages = new Pages(true, () -> {});

        run(rows, pages);

        assertThat(rows.state).isEqualTo("CANCELLED");
        assertThat(pages.pages).isEmpty();
    }
}
