package org.pipewright.platform.jobs;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A job as people see it.
 *
 * @param id of the job
 * @param kind of work
 * @param state {@code WAITING}, {@code RUNNING}, {@code DONE}, {@code FAILED} or {@code CANCELLED}
 * @param done how far it has come
 * @param total how much there is to do, if known
 * @param result what it yielded, or why it failed
 * @param by who started it
 * @param createdAt when it was started
 * @param startedAt when it began to run
 * @param finishedAt when it ended
 */
public record JobView(
        UUID id,
        String kind,
        String state,
        int done,
        Integer total,
        JsonObject result,
        By by,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** The member who started it. */
    public record By(UUID id, String title) {}

    /** A page of jobs. */
    public record Page(List<JobView> items) {}
}
