package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What became of new records. */
@ApplicationScoped
class Handings {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    Optional<Handing> of(UUID record) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(territory_id as text), cast(member_id as text), result,"
                        + " cast(extract(epoch from at) * 1000 as bigint) from territories.handing"
                        + " where record_id = cast(?1 as uuid)")
                .setParameter(1, record.toString())
                .getResultList();
        return rows.stream().map(Object[].class::cast).map(Handings::handing).findFirst();
    }

    private static Handing handing(Object[] row) {
        return new Handing(
                UUID.fromString((String) row[0]),
                Optional.ofNullable((String) row[1]).map(UUID::fromString),
                Handing.Result.valueOf((String) row[2]),
                Instant.ofEpochMilli(((Number) row[3]).longValue()));
    }

    void note(String recordType, UUID record, Handing handing) {
        entityManager
                .createNativeQuery("insert into territories.handing (record_id, record_type, territory_id, member_id,"
                        + " result) values (cast(?1 as uuid), ?2, cast(?3 as uuid), cast(?4 as uuid), ?5)")
                .setParameter(1, record.toString())
                .setParameter(2, recordType)
                .setParameter(3, handing.territory().toString())
                .setParameter(4, handing.member().map(UUID::toString).orElse(null))
                .setParameter(5, handing.result().name())
                .executeUpdate();
    }
}
