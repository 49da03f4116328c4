package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Keeps teams a tree, and those that people belong to where they are. */
@ApplicationScoped
class TeamRules implements RecordRules<Team> {

    @Inject
    Trees trees;

    @Inject
    Sql sql;

    @Override
    public void check(Team team, Change change, Violations violations) {
        team.parent()
                .filter(parent -> !change.created() && change.touches("parent"))
                .filter(parent -> trees.isTeamAbove(team.id(), parent))
                .ifPresent(parent -> violations.reject("parent", "cycle", "core.violation.cycle"));
    }

    @Override
    public void requireDeletable(Team team) {
        if (isUsed(team.id())) {
            throw Refusal.of(CoreErrorCode.IN_USE, team.name());
        }
    }

    private boolean isUsed(UUID team) {
        return sql.first(
                        "select 1 from core.member m where m.deleted_at is null and (m.team_id = ?"
                                + " or exists (select from core.member_team b where b.tenant_id = m.tenant_id"
                                + " and b.member_id = m.id and b.team_id = ?))"
                                + " union all select 1 from core.team where parent_id = ? and deleted_at is null"
                                + " union all select 1 from core.email_domain where team_id = ?",
                        row -> row.getInt(1),
                        team,
                        team,
                        team,
                        team)
                .isPresent();
    }
}
