package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.people.Turn;
import org.pipewright.platform.spi.people.Turns;

/** Turns as the database tells what was given to whom. */
@ApplicationScoped
class TurnsOfRules implements Turns {

    private static final String STANDINGS = """
            select c.id,
              (select count(*) from core.turn t where t.member_id = c.id and t.record_type = ? and t.at >=
                date_trunc('month', now() at time zone ?::text) at time zone ?::text),
              coalesce((select extract(epoch from max(t.at)) from core.turn t
                where t.member_id = c.id and t.rule_id = ?), 0)
            from unnest(?::uuid[]) with ordinality c(id, place) order by c.place""";

    @Inject
    RecordTypes types;

    @Inject
    OwnedRecords owned;

    @Inject
    CallerBinding callers;

    @Inject
    Sql sql;

    private record Standing(UUID member, int thisMonth, double last) {

        static Standing of(ResultSet row) throws SQLException {
            return new Standing(row.getObject(1, UUID.class), row.getInt(2), row.getDouble(3));
        }
    }

    @Override
    public Optional<UUID> next(Turn turn, Collection<UUID> people) {
        if (people.isEmpty()) {
            return Optional.empty();
        }
        waitForOthers(turn);
        Map<UUID, Long> open = turn.leastBusy() || turn.open().isPresent() ? open(turn, people) : Map.of();
        Comparator<Standing> byTurns = Comparator.comparingDouble(Standing::last);
        Comparator<Standing> byOpen = Comparator.comparing(standing -> openOf(standing, open));
        Optional<UUID> chosen = standings(turn, people).stream()
                .filter(standing -> canTake(turn, standing, openOf(standing, open)))
                .min(turn.leastBusy() ? byOpen.thenComparing(byTurns) : byTurns)
                .map(Standing::member);
        chosen.ifPresent(member -> note(turn, member));
        return chosen;
    }

    /** Two records that come at the same time are not for the same person. */
    private void waitForOthers(Turn turn) {
        sql.first(
                "select 1 from (select pg_advisory_xact_lock(hashtextextended(?, 0))) waited",
                row -> true,
                "turn " + turn.rule());
    }

    private Map<UUID, Long> open(Turn turn, Collection<UUID> people) {
        DeclaredType type = types.named(turn.recordType()).orElseThrow();
        Map<UUID, Long> open = owned.openOf(type, people);
        unwritten(type, people).forEach(member -> open.merge(member, 1L, Long::sum));
        return open;
    }

    /** Records of this transaction may not be written yet; their turns are. */
    private List<UUID> unwritten(DeclaredType type, Collection<UUID> people) {
        return sql.list(
                "select n.member_id from core.turn n where n.record_type = ? and n.member_id = any(?::uuid[])"
                        + " and n.at >= now() and not exists (select from " + type.table() + " t"
                        + " where t.tenant_id = n.tenant_id and t.id = n.record_id)",
                row -> row.getObject(1, UUID.class),
                type.name(),
                people);
    }

    private static long openOf(Standing standing, Map<UUID, Long> open) {
        return open.getOrDefault(standing.member(), 0L);
    }

    private static boolean canTake(Turn turn, Standing standing, long open) {
        return turn.perMonth().filter(most -> standing.thisMonth() >= most).isEmpty()
                && turn.open().filter(most -> open >= most).isEmpty();
    }

    private List<Standing> standings(Turn turn, Collection<UUID> people) {
        String zone = callers.caller().tenant().timeZone().getId();
        return sql.list(STANDINGS, Standing::of, turn.recordType(), zone, zone, turn.rule(), people);
    }

    private void note(Turn turn, UUID member) {
        sql.update(
                "insert into core.turn (rule_id, record_id, record_type, member_id) values (?, ?, ?, ?)"
                        + " on conflict (tenant_id, rule_id, record_id)"
                        + " do update set member_id = excluded.member_id, at = clock_timestamp()",
                turn.rule(),
                turn.record(),
                turn.recordType(),
                member);
    }
}
