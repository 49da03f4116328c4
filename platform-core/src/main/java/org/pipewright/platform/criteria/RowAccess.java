package org.pipewright.platform.criteria;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Level;

/** The condition on rows that a level stands for (S-ROLE-04); used by every query there is. */
public final class RowAccess {

    private RowAccess() {}

    /** Condition on the table alias for doing the action on records of the type. */
    public static SqlPart condition(Caller caller, DeclaredType type, String action, String alias) {
        return condition(caller, type, caller.level(type.name(), action), alias);
    }

    /** Condition on the table alias for a level. */
    public static SqlPart condition(Caller caller, DeclaredType type, Level level, String alias) {
        if (level == Level.NONE || !caller.has(type.feature())) {
            return new SqlPart().add("false");
        } else if (level == Level.TENANT || !type.owned()) {
            return new SqlPart().add("true");
        }
        return switch (level) {
            case OWN -> own(caller, alias);
            case TEAM -> ownOrTeam(caller, caller.teams(), alias);
            default -> ownOrTeam(caller, caller.teamsAndBelow(), alias);
        };
    }

    /** Whether a level reaches a record of that owner and team; the same decision as the condition on rows. */
    public static boolean reaches(Caller caller, Level level, UUID owner, UUID team) {
        boolean own = Objects.equals(owner, caller.memberId());
        return switch (level) {
            case NONE -> false;
            case OWN -> own;
            case TEAM -> own || (team != null && caller.teams().contains(team));
            case TEAM_AND_BELOW ->
                own || (team != null && caller.teamsAndBelow().contains(team));
            case TENANT -> true;
        };
    }

    private static SqlPart own(Caller caller, String alias) {
        return new SqlPart().add(alias + ".owner_id = ?", caller.memberId());
    }

    private static SqlPart ownOrTeam(Caller caller, Set<UUID> teams, String alias) {
        return teams.isEmpty()
                ? own(caller, alias)
                : new SqlPart()
                        .add(
                                "(" + alias + ".owner_id = ? or " + alias + ".team_id = any(?))",
                                caller.memberId(),
                                teams);
    }
}
