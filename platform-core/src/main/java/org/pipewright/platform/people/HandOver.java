package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.jobs.JobHandler;
import org.pipewright.platform.jobs.JobRun;
import org.pipewright.platform.jobs.Jobs;
import org.pipewright.platform.recordtypes.DeclaredType;

/**
 * Gives the open records of somebody who left to a new owner, in the background and chunk by chunk (S-AUTH-06). What is
 * handed on is the old owner's no more, so a run that was broken off goes on where it stopped.
 */
@ApplicationScoped
class HandOver implements JobHandler {

    static final String KIND = "hand-over";

    private static final int CHUNK = 200;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    @Inject
    OwnedRecords owned;

    @Inject
    HandOverChunk chunk;

    @Inject
    Jobs jobs;

    @Inject
    CallerBinding callers;

    /** Starts it once the running transaction has committed. */
    void start(UUID from, UUID to) {
        long open = owned.types().mapToLong(type -> owned.countOpen(type, from)).sum();
        if (open > 0) {
            JsonObject payload = Json.createObjectBuilder()
                    .add("from", from.toString())
                    .add("to", to.toString())
                    .build();
            jobs.start(KIND, payload, OptionalInt.of((int) open));
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean resumable() {
        return true;
    }

    /** The whole was allowed when it was started, whatever single records the starter may touch. */
    @Override
    public void run(JobRun run) {
        callers.during(callers.caller().unlimited(), callers.origin(), () -> {
            UUID from = UUID.fromString(run.payload().getString("from"));
            UUID to = UUID.fromString(run.payload().getString("to"));
            int refused = owned.types().toList().stream()
                    .mapToInt(type -> handOn(run, type, from, to))
                    .sum();
            run.result(Json.createObjectBuilder()
                    .add("handedOn", run.done() - refused)
                    .add("refused", refused)
                    .build());
            return null;
        });
    }

    private int handOn(JobRun run, DeclaredType type, UUID from, UUID to) {
        int refused = 0;
        List<UUID> ids = chunk.next(type, from, BEFORE_ALL, CHUNK);
        while (!ids.isEmpty()) {
            run.stopIfCancelled();
            refused += chunk.handOn(type, ids, to);
            run.progress(run.done() + ids.size());
            ids = chunk.next(type, from, ids.get(ids.size() - 1), CHUNK);
        }
        return refused;
    }
}
