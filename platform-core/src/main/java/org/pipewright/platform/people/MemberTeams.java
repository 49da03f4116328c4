package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.History;
import org.pipewright.platform.spi.records.Records;

/**
 * Which teams members belong to (S-TEN-23). The main one, to which new records go, stands at the member itself; the
 * others stand beside it.
 */
@ApplicationScoped
class MemberTeams {

    private static final String TEAMS = """
            select t.id, t.name, t.id is not distinct from m.team_id
            from core.member m join core.team t on t.tenant_id = m.tenant_id and t.deleted_at is null
              and (t.id = m.team_id or exists (select from core.member_team b
                where b.tenant_id = m.tenant_id and b.member_id = m.id and b.team_id = t.id))
            where m.id = ? order by 3 desc, lower(t.name), t.id""";

    @Inject
    Sql sql;

    @Inject
    Records records;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    @Inject
    Event<AccessChanged> changes;

    /** A team somebody belongs to. */
    public record TeamOfMember(UUID id, String name, boolean main) {}

    /** The main one first. */
    List<TeamOfMember> of(UUID member) {
        return sql.list(TEAMS, MemberTeams::read, member);
    }

    /** Whether these are all teams there are. */
    boolean areKnown(Set<UUID> teams) {
        return sql.first(
                                "select count(*) from core.team where id = any(?::uuid[]) and deleted_at is null",
                                row -> row.getInt(1),
                                teams)
                        .orElse(0)
                == teams.size();
    }

    /** Lets the member belong to exactly these teams, of which the main one is one; to none without it. */
    void replace(Member member, UUID main, Set<UUID> teams) {
        List<TeamOfMember> before = of(member.id());
        records.change(member, changed -> changed.join(main));
        sql.update("delete from core.member_team where member_id = ?", member.id());
        teams.stream()
                .filter(team -> !team.equals(main))
                .forEach(team -> sql.update(
                        "insert into core.member_team (member_id, team_id) values (?, ?)", member.id(), team));
        List<TeamOfMember> after = of(member.id());
        if (!after.equals(before)) {
            history.record("core.member", member.id(), member.name(), "teams", change(before, after));
            changes.fire(new AccessChanged(binding.tenantId()));
        }
    }

    /** What is the main team now does not stand beside it, too: leaving it later means leaving it. */
    void isMain(UUID member, UUID team) {
        sql.update("delete from core.member_team where member_id = ? and team_id = ?", member, team);
    }

    /** The team is in the bin, where nobody belongs to it. */
    void isGone(UUID team) {
        sql.update("delete from core.member_team where team_id = ?", team);
    }

    private static TeamOfMember read(ResultSet row) throws SQLException {
        return new TeamOfMember(row.getObject(1, UUID.class), row.getString(2), row.getBoolean(3));
    }

    private static JsonArray change(List<TeamOfMember> before, List<TeamOfMember> after) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", "teams")
                        .add("old", names(before))
                        .add("new", names(after)))
                .build();
    }

    private static String names(List<TeamOfMember> teams) {
        return String.join(", ", teams.stream().map(TeamOfMember::name).toList());
    }
}
