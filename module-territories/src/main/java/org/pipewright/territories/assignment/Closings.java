package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * In which territory records were when all was decided with them (S-TERR-15). It is told when that is seen first;
 * of one that was in none then, when it comes into its first.
 */
@ApplicationScoped
class Closings {

    private static final String AMONG = " where record_id = any(cast(string_to_array(?1, ',') as uuid[]))";

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    /** Keeps where records are now of which that was not kept yet. */
    void keep(Collection<UUID> closed) {
        update(
                "insert into territories.closing (record_id, record_type, territory_id)"
                        + " select record_id, record_type, territory_id from territories.assignment" + AMONG
                        + " on conflict (tenant_id, record_id) do nothing",
                closed);
    }

    void forget(Collection<UUID> records) {
        update("delete from territories.closing" + AMONG, records);
    }

    private void update(String statement, Collection<UUID> records) {
        if (!records.isEmpty()) {
            entityManager
                    .createNativeQuery(statement)
                    .setParameter(1, records.stream().map(UUID::toString).collect(Collectors.joining(",")))
                    .executeUpdate();
        }
    }
}
