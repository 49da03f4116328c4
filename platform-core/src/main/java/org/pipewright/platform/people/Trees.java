package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.database.Sql;

/** Teams below teams and people below managers: nothing may stand below itself. */
@ApplicationScoped
class Trees {

    private static final String ABOVE = "with recursive above(id) as (select ?::uuid union "
            + "select t.%2$s from %1$s t join above on t.id = above.id where t.%2$s is not null) "
            + "select 1 from above where id = ?";

    @Inject
    Sql sql;

    /** Whether the team stands above the other, or is it. */
    boolean isTeamAbove(UUID team, UUID other) {
        return isAbove("core.team", "parent_id", team, other);
    }

    /** Whether the member is above the other as manager, or is the same. */
    boolean isManagerAbove(UUID member, UUID other) {
        return isAbove("core.member", "manager_id", member, other);
    }

    private boolean isAbove(String table, String upwards, UUID one, UUID other) {
        return sql.first(ABOVE.formatted(table, upwards), row -> row.getInt(1), other, one)
                .isPresent();
    }
}
