package org.pipewright.platform.criteria;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;

/** The condition on rows that a level stands for (S-ROLE-04); used by every query there is. */
public final class RowAccess {

    /** Actions that sharing a record for viewing or for editing allows; what may be viewed may also be exported. */
    private static final Set<String> SHARED = Set.of(Action.VIEW, Action.EXPORT, Action.EDIT);

    private RowAccess() {}

    /** Condition on the table alias for doing the action on records of the type. */
    public static SqlPart condition(Caller caller, DeclaredType type, String action, String alias) {
        return caller.has(type.feature()) ? allowed(caller, type, action, alias) : new SqlPart().add("false");
    }

    /** Condition for telling what a record is called to which another one points, also while it is off (S-SET-14). */
    static SqlPart named(Caller caller, DeclaredType type, String alias) {
        return allowed(caller, type, Action.VIEW, alias);
    }

    private static SqlPart allowed(Caller caller, DeclaredType type, String action, String alias) {
        if (type.isPart()) {
            return ofHost(caller, type, DeclaredType.actionOnHost(action), alias);
        }
        SqlPart reach =
                besides(caller, type, action, alias, condition(caller, type, caller.level(type.name(), action), alias));
        confidential(caller, type).ifPresent(field -> reach.add(" and ").add(openOrOwn(caller, field, alias)));
        return isWidened(caller, type, action)
                ? new SqlPart()
                        .add("(")
                        .add(reach)
                        .add(" or ")
                        .add(shared(caller, type, action, alias))
                        .add(")")
                : reach;
    }

    /** Condition for a record not being hidden from the caller as private; none where no record of the type can be. */
    public static Optional<SqlPart> open(Caller caller, DeclaredType type, String alias) {
        return confidential(caller, type)
                .map(field -> new SqlPart()
                        .add("(")
                        .add(openOrOwn(caller, field, alias))
                        .add(" or ")
                        .add(shared(caller, type, Action.VIEW, alias))
                        .add(")"));
    }

    private static SqlPart openOrOwn(Caller caller, DeclaredField confidential, String alias) {
        return new SqlPart()
                .add("(not " + confidential.in(alias) + " or " + alias + ".owner_id = ?)", caller.memberId());
    }

    /** What a module lets the caller reach by a value it keeps beside records is added to what a level reaches (S-TERR-13). */
    private static SqlPart besides(Caller caller, DeclaredType type, String action, String alias, SqlPart reach) {
        Level level = caller.level(type.name(), action);
        if (!type.owned() || level == Level.NONE || level == Level.TENANT || !SHARED.contains(action)) {
            return reach;
        }
        SqlPart more = new SqlPart();
        caller.beside().forEach((field, reached) -> {
            Set<UUID> values = action.equals(Action.EDIT) ? reached.edited() : reached.viewed();
            type.listed(field)
                    .filter(found -> caller.has(found.feature()) && !values.isEmpty())
                    .flatMap(DeclaredField::lookup)
                    .ifPresent(lookup -> more.add(" or " + lookup.narrowed(alias, "= any(?::uuid[])"), values));
        });
        return more.isEmpty()
                ? reach
                : new SqlPart().add("(").add(reach).add(more).add(")");
    }

    /** A part is reached by whoever reaches the record it is part of, while that is not in the bin. */
    private static SqlPart ofHost(Caller caller, DeclaredType part, String action, String alias) {
        DeclaredType host = part.host().orElseThrow();
        String hosts = alias + "h";
        return caller.has(part.feature())
                ? new SqlPart()
                        .add("exists (select from " + host.table() + " " + hosts + " where " + hosts + ".tenant_id = "
                                + alias + ".tenant_id and " + hosts + ".id = " + alias + "."
                                + part.hostField().column() + " and " + hosts + ".deleted_at is null and ")
                        .add(condition(caller, host, action, hosts))
                        .add(")")
                : new SqlPart().add("false");
    }

    private static SqlPart condition(Caller caller, DeclaredType type, Level level, String alias) {
        if (level == Level.NONE) {
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

    /** The field that hides records from everybody but their owner; the platform itself sees all (S-ACT-14). */
    private static Optional<DeclaredField> confidential(Caller caller, DeclaredType type) {
        return caller.memberId() == null || caller.rights().reachesConfidential()
                ? Optional.empty()
                : type.field(type.declaration().confidential());
    }

    /** What is shared adds single records to what a level reaches; it never raises none (S-ROLE-10). */
    private static boolean isWidened(Caller caller, DeclaredType type, String action) {
        Level level = caller.level(type.name(), action);
        return SHARED.contains(action)
                && caller.shared().contains(type.name())
                && type.owned()
                && level != Level.NONE
                && (level != Level.TENANT || confidential(caller, type).isPresent());
    }

    /** An array, unlike a sub-select in an "or", lets the database use the index on the id. */
    private static SqlPart shared(Caller caller, DeclaredType type, String action, String alias) {
        String only = action.equals(Action.EDIT) ? " and s.access = 'EDIT'" : "";
        return new SqlPart()
                .add(
                        alias + ".id = any(array(select s.record_id from core.share s where s.record_type = ?"
                                + " and (s.member_id = ? or s.team_id = any(?::uuid[]))"
                                + " and (s.until is null or s.until >= ?)" + only + "))",
                        type.name(),
                        caller.memberId(),
                        caller.teams(),
                        LocalDate.now(caller.tenant().timeZone()));
    }

    /** Whether the caller may reach records of the type that no level of theirs does. */
    public static boolean mayBeWidened(Caller caller, DeclaredType type) {
        return caller.shared().contains(type.name())
                || caller.beside().keySet().stream()
                        .anyMatch(field -> type.listed(field)
                                .flatMap(DeclaredField::lookup)
                                .isPresent());
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
