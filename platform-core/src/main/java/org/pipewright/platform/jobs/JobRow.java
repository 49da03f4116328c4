package org.pipewright.platform.jobs;

import jakarta.json.JsonObject;
import java.util.UUID;

/** A job as it stands before a run. */
record JobRow(
        UUID id,
        UUID tenant,
        UUID member,
        String kind,
        JsonObject payload,
        State state,
        int done,
        String tenantStatus) {

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED
    }

    boolean isOver() {
        return state != State.WAITING && state != State.RUNNING;
    }

    boolean isTenantOpen() {
        return tenantStatus.equals("ACTIVE");
    }
}
