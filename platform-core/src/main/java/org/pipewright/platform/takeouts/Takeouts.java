package org.pipewright.platform.takeouts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.transaction.Transactional;
import java.util.OptionalInt;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.jobs.Jobs;
import org.pipewright.platform.spi.errors.Refusal;

/** Begins takeouts of the bound tenant, one at a time. */
@ApplicationScoped
class Takeouts {

    @Inject
    TakeoutRows rows;

    @Inject
    Jobs jobs;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    @Transactional
    UUID begin() {
        if (rows.isBusy()) {
            throw Refusal.of(CoreErrorCode.CONFLICT, "RUNNING");
        }
        UUID id = rows.add(binding.caller().name());
        jobs.start(
                TakeoutWork.KIND,
                Json.createObjectBuilder().add("takeout", id.toString()).build(),
                OptionalInt.empty());
        note(id, "export");
        return id;
    }

    /** Says in the audit that somebody took the archive. */
    @Transactional
    void taken(UUID id) {
        note(id, "download");
    }

    /** Removes the archive, and says so; tells whether it could be. */
    @Transactional
    boolean removed(UUID id) {
        boolean removed = rows.remove(id);
        if (removed) {
            note(id, "delete");
        }
        return removed;
    }

    private void note(UUID id, String action) {
        history.record(
                "core.takeout", id, binding.caller().tenant().name(), action, jakarta.json.JsonValue.EMPTY_JSON_ARRAY);
    }
}
