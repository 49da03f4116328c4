package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The territories of the tenant. */
@ApplicationScoped
public class Territories {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    /** All that are not in the bin. */
    public List<Territory> all() {
        return entityManager
                .createQuery("select t from Territory t where t.deletedAt is null", Territory.class)
                .getResultList();
    }

    /** The same as they stand on a day. */
    public List<StandingTerritory> standing(LocalDate day) {
        return entityManager
                .createQuery(
                        "select t.id, t.name, t.parent, t.priority, t.inherits, t.active, t.validFrom, t.validUntil,"
                                + " t.createdAt from Territory t where t.deletedAt is null",
                        Object[].class)
                .getResultStream()
                .map(row -> new StandingTerritory(
                        (UUID) row[0],
                        (String) row[1],
                        Optional.ofNullable((UUID) row[2]),
                        Optional.ofNullable((Integer) row[3]),
                        (boolean) row[4],
                        (boolean) row[5] && new Validity((LocalDate) row[6], (LocalDate) row[7]).holds(day),
                        (Instant) row[8]))
                .toList();
    }

    /** The rules for one record type, in the order of territories they belong to. */
    public List<StandingRule> rulesFor(String recordType) {
        return entityManager
                .createQuery(
                        "select r.id, r.version, r.territory, r.criteria from TerritoryRule r"
                                + " where r.deletedAt is null and r.recordType = :type"
                                + " order by r.territory, r.position, r.id",
                        Object[].class)
                .setParameter("type", recordType)
                .getResultStream()
                .map(row -> new StandingRule((UUID) row[0], (int) row[1], (UUID) row[2], (String) row[3]))
                .toList();
    }

    /** What a territory says about new records of a type. */
    public Optional<TerritoryIntake> intake(UUID territory, String recordType) {
        return entityManager
                .createQuery(
                        "select i from TerritoryIntake i where i.deletedAt is null and i.territory = :territory"
                                + " and i.recordType = :type order by i.position, i.id",
                        TerritoryIntake.class)
                .setParameter("territory", territory)
                .setParameter("type", recordType)
                .getResultStream()
                .findFirst();
    }

    /** Ids of those who work in a territory, in their order. */
    public List<UUID> members(UUID territory) {
        return entityManager
                .createQuery(
                        "select m.member from TerritoryMember m where m.deletedAt is null and m.territory = :territory"
                                + " order by m.position, m.id",
                        UUID.class)
                .setParameter("territory", territory)
                .getResultList();
    }

    /** Keeps which of the rules for a record type cannot be asked any more (S-TERR-03). */
    public void markBroken(String recordType, Set<UUID> broken) {
        entityManager
                .createNativeQuery("update territories.territory_rule set broken = not broken where record_type = ?1"
                        + " and broken <> (id = any(cast(string_to_array(?2, ',') as uuid[])))")
                .setParameter(1, recordType)
                .setParameter(2, broken.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .executeUpdate();
    }

    /** Those that count on a day though nobody works in them (S-TERR-10). */
    public List<Territory> withoutMembers(LocalDate day) {
        return entityManager
                .createQuery(
                        "select t from Territory t where t.deletedAt is null and t.active = true and not exists"
                                + " (select m from TerritoryMember m where m.territory = t.id and m.deletedAt is null)"
                                + " order by t.name, t.id",
                        Territory.class)
                .getResultStream()
                .filter(territory -> territory.isInForce(day))
                .toList();
    }

    /** Those of which a rule cannot be asked any more. */
    public List<Territory> withBrokenRules() {
        return entityManager
                .createQuery(
                        "select t from Territory t where t.deletedAt is null and exists (select r from TerritoryRule r"
                                + " where r.territory = t.id and r.deletedAt is null and r.broken = true)"
                                + " order by t.name, t.id",
                        Territory.class)
                .getResultList();
    }

    /** Whether there is any that was activated; asked with nearly every write of the tenant. */
    public boolean anyActive() {
        return !entityManager
                .createNativeQuery("select 1 from territories.territory where active and deleted_at is null limit 1")
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .isEmpty();
    }

    /** Whether any rule asks whether records are in a segment. */
    public boolean anyAskForSegments() {
        return !entityManager
                .createNativeQuery("select 1 from territories.territory_rule where deleted_at is null"
                        + " and criteria like '%segment=%' limit 1")
                .getResultList()
                .isEmpty();
    }

    /** The one of that id, also if it is in the bin. */
    public Optional<Territory> withId(UUID id) {
        return Optional.ofNullable(entityManager.find(Territory.class, id));
    }

    /** Whether other territories are part of it. */
    boolean hasParts(Territory territory) {
        return entityManager
                        .createQuery(
                                "select count(t) from Territory t where t.deletedAt is null and t.parent = :id",
                                Long.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("id", territory.id())
                        .getSingleResult()
                > 0;
    }
}
