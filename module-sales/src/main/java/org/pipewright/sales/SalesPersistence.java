package org.pipewright.sales;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.records.ModulePersistence;

/** The module's persistence unit. */
@ApplicationScoped
class SalesPersistence implements ModulePersistence {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Override
    public String module() {
        return SalesModule.ID;
    }

    @Override
    public EntityManager entityManager() {
        return entityManager;
    }
}
