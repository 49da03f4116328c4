package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.records.ModulePersistence;

/** The core's own persistence unit. */
@ApplicationScoped
class CorePersistence implements ModulePersistence {

    @PersistenceContext(unitName = "platform")
    EntityManager entityManager;

    @Override
    public String module() {
        return "core";
    }

    @Override
    public EntityManager entityManager() {
        return entityManager;
    }
}
