package org.pipewright.territories;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.records.ModulePersistence;

/** The module's persistence unit. */
@ApplicationScoped
class TerritoriesPersistence implements ModulePersistence {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Override
    public String module() {
        return TerritoriesModule.ID;
    }

    @Override
    public EntityManager entityManager() {
        return entityManager;
    }
}
