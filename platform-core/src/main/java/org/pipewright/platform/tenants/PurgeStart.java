package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import jakarta.transaction.Transactional;
import java.util.OptionalInt;
import java.util.UUID;
import org.pipewright.platform.jobs.Jobs;

/** Puts the purge of the bound tenant into the queue. */
@ApplicationScoped
class PurgeStart {

    @Inject
    Jobs jobs;

    @Transactional
    UUID queue() {
        return jobs.start(Purge.KIND, JsonValue.EMPTY_JSON_OBJECT, OptionalInt.empty());
    }
}
