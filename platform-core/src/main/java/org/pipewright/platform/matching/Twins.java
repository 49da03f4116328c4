package org.pipewright.platform.matching;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.records.Match;

/** Finds records that are like others, whoever may see them (S-DUP-01). */
@ApplicationScoped
public class Twins {

    /** From this score on two records are worth being looked at by somebody. */
    public static final int WORTH_A_LOOK = 70;

    private static final int MOST_OF_A_KEY = 20;
    private static final double LEAST_SIMILARITY = 0.5;
    private static final int MORE_FOR_BEING_NEAR = 15;
    private static final int SUREST = 99;

    @Inject
    Sql sql;

    /** That by one rule a record is like another; {@code similarity} is 1 for equal names. */
    private record Hit(UUID of, UUID id, Match.By rule, boolean near, double similarity) {}

    /** Records that are like one with these keys, the surest first, without that of the id. */
    public List<Likeness> of(DeclaredType type, Set<MatchKey> keys, Set<Match.By> rules, UUID self) {
        return of(type, Map.of(self, keys), rules).getOrDefault(self, List.of());
    }

    /** The same for several at once, each known by an id that need not be a record's. */
    public Map<UUID, List<Likeness>> of(DeclaredType type, Map<UUID, Set<MatchKey>> keys, Set<Match.By> rules) {
        List<UUID> ids = new ArrayList<>();
        List<MatchKey> compared = new ArrayList<>();
        keys.forEach((id, each) -> each.stream()
                .filter(key -> rules.contains(key.rule()))
                .forEach(key -> {
                    ids.add(id);
                    compared.add(key);
                }));
        return compared.isEmpty() ? Map.of() : likenesses(type, hits(type, wanted(ids, compared)));
    }

    private static SqlPart wanted(List<UUID> ids, List<MatchKey> keys) {
        return new SqlPart()
                .add(
                        "select * from unnest(?, ?, ?, ?) as k(record_id, rule, form, near)",
                        ids,
                        keys.stream().map(key -> key.rule().name()).toList(),
                        keys.stream().map(MatchKey::form).toList(),
                        keys.stream().map(MatchKey::near).toList());
    }

    /**
     * Puts the records into the work list with those they are like. A pair that is there stays as it is, dismissed or
     * not.
     *
     * @param rules that count
     */
    public void list(DeclaredType type, Collection<UUID> ids, Set<Match.By> rules) {
        if (ids.isEmpty() || rules.isEmpty()) {
            return;
        }
        SqlPart wanted = new SqlPart()
                .add(
                        "select record_id, rule, form, near from core.match_key where subject = ? and record_id = any(?)"
                                + " and rule = any(?)",
                        type.name(),
                        ids,
                        Matching.names(rules));
        Map<UUID, List<Likeness>> found = likenesses(type, hits(type, wanted));
        sql.batch(
                "insert into core.duplicate (subject, first_id, second_id, score, reasons)"
                        + " values (?, least(?::uuid, ?::uuid), greatest(?::uuid, ?::uuid), ?, string_to_array(?, ','))"
                        + " on conflict do nothing",
                found.entrySet().stream()
                        .flatMap(entry -> entry.getValue().stream()
                                .filter(likeness -> likeness.score() >= WORTH_A_LOOK)
                                .map(likeness -> row(type, entry.getKey(), likeness)))
                        .toList());
    }

    private static List<Object> row(DeclaredType type, UUID id, Likeness likeness) {
        String reasons = likeness.reasons().stream().map(Match.By::name).collect(Collectors.joining(","));
        return List.of(type.name(), id, likeness.id(), id, likeness.id(), likeness.score(), reasons);
    }

    /** Equal forms by the index; names beside the same place also when they are nearly equal. */
    private List<Hit> hits(DeclaredType type, SqlPart wanted) {
        SqlPart statement = new SqlPart()
                .add("with w as (")
                .add(wanted)
                .add(
                        ") select w.record_id, e.record_id, w.rule, w.near <> '' as beside, 1::real as similarity from w"
                                + " cross join lateral (select k.record_id from core.match_key k where k.subject = ?"
                                + " and k.rule = w.rule and k.form = w.form and k.near = w.near"
                                + " and k.record_id <> w.record_id limit " + MOST_OF_A_KEY + ") e",
                        type.name())
                .add(
                        " union all select w.record_id, s.record_id, w.rule, true, s.similarity from w"
                                + " cross join lateral (select k.record_id, public.similarity(k.form, w.form) as similarity"
                                + " from core.match_key k where k.subject = ? and k.rule = w.rule and k.near = w.near"
                                + " and k.near <> '' and k.form <> w.form and k.record_id <> w.record_id"
                                + " and public.similarity(k.form, w.form) >= " + LEAST_SIMILARITY
                                + " order by 2 desc limit " + MOST_OF_A_KEY + ") s where w.near <> ''",
                        type.name());
        return sql.list(statement.text(), Twins::hit, statement.parameters());
    }

    private static Hit hit(ResultSet row) throws SQLException {
        return new Hit(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                Match.By.valueOf(row.getString(3)),
                row.getBoolean(4),
                row.getDouble(5));
    }

    private static Map<UUID, List<Likeness>> likenesses(DeclaredType type, List<Hit> hits) {
        Map<Match.By, Integer> scores =
                Matching.rules(type).stream().collect(Collectors.toMap(Match::by, Match::score));
        Map<UUID, List<Likeness>> likenesses = new HashMap<>();
        hits.stream()
                .collect(Collectors.groupingBy(Hit::of, Collectors.groupingBy(Hit::id)))
                .forEach((of, byId) -> likenesses.put(of, likenesses(byId, hit -> score(hit, scores))));
        return likenesses;
    }

    private static List<Likeness> likenesses(Map<UUID, List<Hit>> hits, Function<Hit, Integer> score) {
        return hits.entrySet().stream()
                .map(entry -> likeness(entry.getKey(), entry.getValue(), score))
                .sorted(Comparator.comparing(Likeness::score).reversed().thenComparing(Likeness::id))
                .toList();
    }

    private static int score(Hit hit, Map<Match.By, Integer> scores) {
        int equal = scores.get(hit.rule()) + (hit.near() ? MORE_FOR_BEING_NEAR : 0);
        return (int) Math.round(equal * hit.similarity());
    }

    /** Each rule counts once, by its surest hit; several make it surer than each of them. */
    private static Likeness likeness(UUID id, List<Hit> hits, Function<Hit, Integer> score) {
        Map<Match.By, Integer> best = new EnumMap<>(Match.By.class);
        hits.forEach(hit -> best.merge(hit.rule(), score.apply(hit), Math::max));
        double doubt = best.values().stream()
                .mapToDouble(percent -> 1 - Math.min(percent, SUREST) / 100.0)
                .reduce(1, (a, b) -> a * b);
        List<Match.By> reasons = best.entrySet().stream()
                .sorted(Map.Entry.<Match.By, Integer>comparingByValue().reversed())
                .map(Map.Entry::getKey)
                .toList();
        return new Likeness(id, (int) Math.min(SUREST, Math.round(100 * (1 - doubt))), reasons);
    }
}
