package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.activities.ActivityForm;

/** The tenant's kinds of activities, looked up without locking them: every new activity asks. */
@ApplicationScoped
class ActivityKinds {

    @Inject
    Sql sql;

    /** What activities of the kind are at heart. */
    Optional<ActivityForm> form(UUID kind) {
        return sql.first(
                "select form from core.activity_kind where id = ?",
                row -> ActivityForm.valueOf(row.getString(1)),
                kind);
    }

    /** The kind of a form that came with the tenant. */
    UUID standard(ActivityForm form) {
        return sql.first(
                        "select id from core.activity_kind where form = ? and standard and deleted_at is null",
                        row -> row.getObject(1, UUID.class),
                        form)
                .orElseThrow();
    }
}
