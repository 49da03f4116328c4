package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The territories of the tenant. */
@ApplicationScoped
class Territories {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    Optional<Territory> withId(UUID id) {
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
