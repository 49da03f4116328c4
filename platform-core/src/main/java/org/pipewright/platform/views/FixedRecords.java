package org.pipewright.platform.views;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;

/** The records that a view is fixed to. */
@ApplicationScoped
class FixedRecords {

    private static final int MOST = 10_000;

    @Inject
    RecordReading reading;

    /** What lists ask for that show a fixed view, as the builder of filters writes it. */
    static String filter(UUID view) {
        return "id=segment=(" + view + ")";
    }

    /** Those that match now and that the caller may view. */
    List<UUID> matching(DeclaredType type, String filter) {
        List<UUID> ids = reading.ids(type, filter, "", Action.VIEW, MOST + 1);
        if (ids.size() > MOST) {
            throw InvalidFields.refusal("filter", "too-many");
        }
        return ids;
    }
}
