package org.pipewright.platform.duplicates;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.pipewright.platform.jobs.JobHandler;
import org.pipewright.platform.jobs.JobRun;
import org.pipewright.platform.jobs.Jobs;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/**
 * Looks for pairs among all records of a type, in the background and chunk by chunk (S-DUP-01). Finding a pair again
 * changes nothing, so a run that was broken off begins once more.
 */
@ApplicationScoped
class DuplicateScan implements JobHandler {

    static final String KIND = "duplicates";

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    Jobs jobs;

    @Inject
    RecordTypes types;

    @Inject
    ScanChunk chunk;

    /** Starts it once the running transaction has committed. */
    UUID start(DeclaredType type) {
        return jobs.start(
                KIND,
                Json.createObjectBuilder().add("recordType", type.name()).build(),
                OptionalInt.of(chunk.count(type)));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean resumable() {
        return true;
    }

    @Override
    public void run(JobRun run) {
        DeclaredType type = types.named(run.payload().getString("recordType")).orElseThrow();
        if (run.done() == 0) {
            chunk.forget(type);
        }
        int done = 0;
        List<UUID> ids = chunk.next(type, BEFORE_ALL);
        while (!ids.isEmpty()) {
            run.stopIfCancelled();
            chunk.list(type, ids);
            done += ids.size();
            run.progress(done);
            ids = chunk.next(type, ids.get(ids.size() - 1));
        }
        run.result(Json.createObjectBuilder().add("pairs", chunk.found(type)).build());
    }
}
