package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.territories.assignment.Moves.Move;

/** In which territory each record is. */
@ApplicationScoped
class Assignments {

    private static final String MOVED =
            " from jsonb_to_recordset(cast(?1 as jsonb)) as m(record uuid, source uuid, target uuid, settled boolean,"
                    + " rule uuid, edition int, reason text, decider uuid)";

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    /**
     * Lets nobody else put records of the tenant anywhere until the transaction ends: who comes second sees what the first
     * one did, and the rules and records as they are then.
     */
    void waitForOthers() {
        entityManager
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended("
                        + "'territories ' || current_setting('pipewright.tenant'), 0))) waited")
                .getResultList();
    }

    /** What time it is by the clock that tells when moves were made. */
    Instant time() {
        Number microseconds = (Number) entityManager
                .createNativeQuery("select cast(extract(epoch from clock_timestamp()) * 1000000 as bigint)")
                .getSingleResult();
        return Instant.EPOCH.plus(microseconds.longValue(), ChronoUnit.MICROS);
    }

    /**
     * In which territory records were before that time, empty for none, of those that were decided when they
     * were moved for the first time since then.
     */
    Map<UUID, Optional<UUID>> settledBefore(Collection<UUID> records, Instant since) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(record_id as text), cast(from_id as text) from ("
                        + "select distinct on (record_id) record_id, from_id, settled from territories.move"
                        + " where record_id = any(cast(string_to_array(?1, ',') as uuid[]))"
                        + " and at >= cast(?2 as timestamptz) order by record_id, at, id) first where settled")
                .setParameter(1, records.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .setParameter(2, since.toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(
                        row -> id(row[0]), row -> Optional.ofNullable(row[1]).map(Assignments::id)));
    }

    /** Territories by record, of those that are in one. */
    Map<UUID, UUID> of(Collection<UUID> records) {
        List<?> rows = entityManager
                .createNativeQuery(
                        "select cast(record_id as text), cast(territory_id as text) from territories.assignment"
                                + " where record_id = any(cast(string_to_array(?1, ',') as uuid[]))")
                .setParameter(1, records.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .getResultList();
        return rows.stream().map(Object[].class::cast).collect(Collectors.toMap(row -> id(row[0]), row -> id(row[1])));
    }

    private static UUID id(Object text) {
        return UUID.fromString((String) text);
    }

    /** Since when the record is in its territory. */
    Optional<Instant> since(UUID record) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(extract(epoch from since) * 1000 as bigint) from territories.assignment"
                        + " where record_id = cast(?1 as uuid)")
                .setParameter(1, record.toString())
                .getResultList();
        return rows.stream().findFirst().map(Assignments::instant);
    }

    private static Instant instant(Object milliseconds) {
        return Instant.ofEpochMilli(((Number) milliseconds).longValue());
    }

    /**
     * A move that was made.
     *
     * @param reason that was given by who decided it
     */
    record Made(
            Optional<UUID> from,
            Optional<UUID> to,
            Instant at,
            String cause,
            Optional<ByRule> rule,
            Optional<String> reason,
            Optional<UUID> by) {}

    /** What a rule said, in which edition, and who made that. */
    record ByRule(String criteria, int edition, Optional<UUID> by, Instant at) {}

    /** The latest moves of a record, the last one first. */
    List<Made> made(UUID record) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(m.from_id as text), cast(m.to_id as text),"
                        + " cast(extract(epoch from m.at) * 1000 as bigint), m.cause, m.reason,"
                        + " cast(m.decided_by as text), e.criteria, e.edition, cast(e.made_by as text),"
                        + " cast(extract(epoch from e.made_at) * 1000 as bigint)"
                        + " from territories.move m left join territories.rule_edition e"
                        + " on e.tenant_id = m.tenant_id and e.id = m.rule_edition_id"
                        + " where m.record_id = cast(?1 as uuid) order by m.at desc, m.id limit 100")
                .setParameter(1, record.toString())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Assignments::made).toList();
    }

    private static Made made(Object[] row) {
        return new Made(
                Optional.ofNullable(row[0]).map(Assignments::id),
                Optional.ofNullable(row[1]).map(Assignments::id),
                instant(row[2]),
                (String) row[3],
                Optional.ofNullable((String) row[6]).map(criteria -> byRule(criteria, row)),
                Optional.ofNullable((String) row[4]),
                Optional.ofNullable(row[5]).map(Assignments::id));
    }

    private static ByRule byRule(String criteria, Object[] row) {
        return new ByRule(
                criteria,
                ((Number) row[7]).intValue(),
                Optional.ofNullable(row[8]).map(Assignments::id),
                instant(row[9]));
    }

    /** Whether any record of the type is in a territory. */
    boolean anyOf(String recordType) {
        return !entityManager
                .createNativeQuery("select 1 from territories.assignment where record_type = ?1 limit 1")
                .setParameter(1, recordType)
                .getResultList()
                .isEmpty();
    }

    /** Tells the database how much there is by now, so that it finds its way in tables that have grown many times over. */
    void takeStock() {
        entityManager.createNativeQuery("select territories.take_stock()").getSingleResult();
    }

    /** Writes moves of records of a type, and that they were made; of which some are decided. */
    void write(String recordType, List<Move> moves, Set<UUID> settled, String cause) {
        if (moves.isEmpty()) {
            return;
        }
        String json = json(moves, settled);
        entityManager
                .createNativeQuery("insert into territories.assignment (record_id, record_type, territory_id)"
                        + " select m.record, ?2, m.target" + MOVED + " where m.target is not null"
                        + " on conflict (tenant_id, record_id)"
                        + " do update set territory_id = excluded.territory_id, since = now()")
                .setParameter(1, json)
                .setParameter(2, recordType)
                .executeUpdate();
        entityManager
                .createNativeQuery("delete from territories.assignment where record_id in (select m.record" + MOVED
                        + " where m.target is null)")
                .setParameter(1, json)
                .executeUpdate();
        keepEditions(json);
        entityManager
                .createNativeQuery("insert into territories.move (record_id, record_type, from_id, to_id, cause,"
                        + " settled, rule_edition_id, reason, decided_by) select m.record, ?2, m.source, m.target, ?3,"
                        + " m.settled, e.id, m.reason, m.decider" + MOVED
                        + " left join territories.rule_edition e on e.rule_id = m.rule and e.edition = m.edition")
                .setParameter(1, json)
                .setParameter(2, recordType)
                .setParameter(3, cause)
                .executeUpdate();
    }

    /** Of rules that moved something for the first time since they were changed; of one that others change now, nothing. */
    private void keepEditions(String json) {
        entityManager
                .createNativeQuery("insert into territories.rule_edition (rule_id, edition, territory_id, criteria,"
                        + " made_by, made_at) select r.id, r.version, r.territory_id, r.criteria, r.updated_by,"
                        + " r.updated_at from territories.territory_rule r"
                        + " where (r.id, r.version) in (select m.rule, m.edition" + MOVED + ")"
                        + " on conflict (tenant_id, rule_id, edition) do nothing")
                .setParameter(1, json)
                .executeUpdate();
    }

    private static String json(List<Move> moves, Set<UUID> settled) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        moves.forEach(move -> {
            JsonObjectBuilder one = Json.createObjectBuilder()
                    .add("record", move.record().toString())
                    .add("settled", settled.contains(move.record()));
            move.from().ifPresent(id -> one.add("source", id.toString()));
            move.to().ifPresent(id -> one.add("target", id.toString()));
            move.reason()
                    .rule()
                    .ifPresent(rule -> one.add("rule", rule.rule().toString()).add("edition", rule.number()));
            move.reason().pin().ifPresent(pin -> one.add("reason", pin.reason()));
            move.reason().pin().flatMap(Pin::by).ifPresent(by -> one.add("decider", by.toString()));
            all.add(one);
        });
        return all.build().toString();
    }
}
