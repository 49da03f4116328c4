package org.pipewright.platform.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.database.Sql;

/** Which tenants there are, as far as the gate needs to know. */
@ApplicationScoped
class Tenants {

    @Inject
    Sql sql;

    boolean exists(String slugOrId) {
        return sql.first(
                        "select 1 from platform.tenant where slug = ? or id::text = ?",
                        row -> row.getInt(1),
                        slugOrId,
                        slugOrId)
                .isPresent();
    }
}
