package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.pipewright.platform.spi.jobs.LongWorks;

/** Starts looking at every record. */
@ApplicationScoped
class Runs {

    @Inject
    LongWorks works;

    UUID start() {
        return works.start(AssignmentRun.KIND, JsonValue.EMPTY_JSON_OBJECT);
    }
}
