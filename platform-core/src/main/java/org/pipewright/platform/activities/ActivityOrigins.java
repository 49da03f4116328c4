package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** What activities were made for by rules, so that the same is not made twice. */
@ApplicationScoped
class ActivityOrigins {

    @Inject
    Sql sql;

    void note(UUID activity, String origin) {
        sql.update("update core.activity set origin = ? where id = ?", origin, activity);
    }

    /** Whether something was made for it, though it may lie in the bin. */
    boolean isTaken(String origin) {
        return sql.first("select 1 from core.activity where origin = ? limit 1", row -> true, origin)
                .isPresent();
    }
}
