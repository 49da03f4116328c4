package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.jobs.JobCancelled;
import org.pipewright.platform.jobs.JobHandler;
import org.pipewright.platform.jobs.JobRun;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.records.Origin;

/**
 * Works on an import in the background: chunk by chunk, so that it can be followed, stopped and taken up again after its
 * node died. Rights and features are looked at anew before each chunk.
 */
@ApplicationScoped
class ImportWork implements JobHandler {

    static final String KIND = "import";

    private static final Logger LOGGER = System.getLogger(ImportWork.class.getName());
    private static final int CHUNK = 250;

    @Inject
    RecordTypes types;

    @Inject
    Callers callers;

    @Inject
    CallerBinding binding;

    @Inject
    ImportSteps steps;

    @Inject
    Sessions sessions;

    @Inject
    ChunkWriting chunks;

    @Inject
    Linking linking;

    @Inject
    Undoing undoing;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean resumable() {
        return true;
    }

    /** Ends the work early; the message says why. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(String reason) {
            super(reason, null, false, false);
        }
    }

    @Override
    public void run(JobRun run) {
        UUID id = UUID.fromString(run.payload().getString("import"));
        Work work = Work.valueOf(run.payload().getString("work"));
        steps.started(id, run.done() > 0 && work != Work.VALIDATE);
        try {
            work(run, id, work);
            steps.finish(id, work);
        } catch (JobCancelled e) {
            if (!e.isTakenOver()) {
                steps.stopped(id, work, e.getMessage());
            }
            throw e;
        } catch (Stopped e) {
            steps.stopped(id, work, e.getMessage());
        } catch (RuntimeException e) {
            failed(id, work, e);
        }
    }

    private void failed(UUID id, Work work, RuntimeException failure) {
        if (Thread.currentThread().isInterrupted()) {
            throw failure;
        }
        LOGGER.log(Level.WARNING, "Import " + id + " failed", failure);
        steps.failed(id, work, String.valueOf(failure.getMessage()));
        throw failure;
    }

    private void work(JobRun run, UUID id, Work work) {
        Import imported = as(id, () -> steps.withId(id));
        switch (work) {
            case VALIDATE -> rehearse(run, imported);
            case RUN -> bringIn(run, imported);
            case UNDO -> takeBack(run, imported);
        }
    }

    /** Does a step as the person whose import it is, with what that person may do now. */
    private <T> T as(UUID id, Supplier<T> step) {
        Import imported = steps.withId(id);
        if (imported.cancelRequested()) {
            throw new Stopped("cancelled");
        }
        Caller caller = caller(imported).orElseThrow(() -> new Stopped("forbidden"));
        DeclaredType type = types.named(imported.recordType()).orElseThrow(() -> new Stopped("feature-disabled"));
        if (!caller.has(type.feature())) {
            throw new Stopped("feature-disabled");
        }
        return binding.during(caller, Origin.IMPORT, () -> {
            if (!mayImport(type)) {
                throw new Stopped("forbidden");
            }
            return step.get();
        });
    }

    private Optional<Caller> caller(Import imported) {
        Caller starter = binding.caller();
        return starter.memberId() == null
                ? Optional.of(callers.system(starter.tenant().id()))
                : callers.member(starter.tenant().id(), starter.memberId());
    }

    private boolean mayImport(DeclaredType type) {
        return binding.isAllowed(CoreModule.IMPORTS, Action.USE) && binding.isAllowed(type.name(), Action.IMPORT);
    }

    private void rehearse(JobRun run, Import imported) {
        UUID id = imported.id();
        ImportSession session = as(id, () -> sessions.begin(imported, true));
        List<Row> rows = steps.after(id, 0, CHUNK);
        while (!rows.isEmpty()) {
            List<Row> chunk = rows;
            as(id, () -> {
                steps.rehearse(session, chunk);
                return null;
            });
            rows = advance(run, chunk, last -> steps.after(id, last, CHUNK));
        }
    }

    private void bringIn(JobRun run, Import imported) {
        UUID id = imported.id();
        ImportSession session = as(id, () -> sessions.begin(imported, false));
        List<Row> rows = steps.pendingAfter(id, 0, CHUNK);
        while (!rows.isEmpty()) {
            List<Row> chunk = rows;
            as(id, () -> {
                steps.write(session, chunk);
                return null;
            });
            rows = advance(run, chunk, last -> steps.pendingAfter(id, last, CHUNK));
        }
        Optional<Integer> linked = Optional.of(0);
        while (linked.isPresent()) {
            int after = linked.get();
            linked = as(id, () -> linking.next(session, after, CHUNK));
        }
    }

    private static List<Row> advance(JobRun run, List<Row> done, java.util.function.IntFunction<List<Row>> following) {
        run.progress(run.done() + done.size());
        run.stopIfCancelled();
        return following.apply(done.get(done.size() - 1).n());
    }

    private void takeBack(JobRun run, Import imported) {
        UUID id = imported.id();
        Optional<Integer> before = Optional.of(Integer.MAX_VALUE);
        while (before.isPresent()) {
            int limit = before.get();
            before = as(id, () -> undoing.next(imported, limit, CHUNK));
            run.progress(run.done() + 1);
            run.stopIfCancelled();
        }
        as(id, () -> {
            undoing.sides(imported);
            return null;
        });
    }
}
