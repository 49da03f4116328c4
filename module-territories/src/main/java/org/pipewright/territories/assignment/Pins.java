package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Which records are pinned. */
@ApplicationScoped
class Pins {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Inject
    CurrentTenant tenant;

    @Inject
    CurrentCaller caller;

    /** Pins that hold today, by record, of those of the records that have one. */
    Map<UUID, Pin> of(Collection<UUID> records) {
        List<?> rows = entityManager
                .createNativeQuery("select cast(record_id as text), cast(territory_id as text), reason,"
                        + " cast(until as text), cast(pinned_by as text),"
                        + " cast(extract(epoch from pinned_at) * 1000 as bigint) from territories.pin"
                        + " where record_id = any(cast(string_to_array(?1, ',') as uuid[]))"
                        + " and (until is null or until >= cast(?2 as date))")
                .setParameter(1, records.stream().map(UUID::toString).collect(Collectors.joining(",")))
                .setParameter(2, tenant.today().toString())
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .map(Pins::pin)
                .collect(Collectors.toMap(Pin::record, Function.identity()));
    }

    private static Pin pin(Object[] row) {
        return new Pin(
                UUID.fromString((String) row[0]),
                text(row[1]).map(UUID::fromString),
                (String) row[2],
                text(row[3]).map(LocalDate::parse),
                text(row[4]).map(UUID::fromString),
                Instant.ofEpochMilli(((Number) row[5]).longValue()));
    }

    private static Optional<String> text(Object value) {
        return Optional.ofNullable((String) value);
    }

    void put(String recordType, UUID record, NewPin pin) {
        entityManager
                .createNativeQuery("insert into territories.pin (record_id, record_type, territory_id, reason, until,"
                        + " pinned_by) values (cast(?1 as uuid), ?2, cast(?3 as uuid), ?4, cast(?5 as date),"
                        + " cast(?6 as uuid)) on conflict (tenant_id, record_id) do update set"
                        + " territory_id = excluded.territory_id, reason = excluded.reason, until = excluded.until,"
                        + " pinned_by = excluded.pinned_by, pinned_at = now()")
                .setParameter(1, record.toString())
                .setParameter(2, recordType)
                .setParameter(3, textOf(pin.territory()))
                .setParameter(4, pin.reason().strip())
                .setParameter(5, textOf(pin.until()))
                .setParameter(6, textOf(caller.memberId()))
                .executeUpdate();
    }

    private static String textOf(Object value) {
        return value == null ? null : value.toString();
    }

    void remove(UUID record) {
        entityManager
                .createNativeQuery("delete from territories.pin where record_id = cast(?1 as uuid)")
                .setParameter(1, record.toString())
                .executeUpdate();
    }
}
