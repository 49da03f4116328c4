package org.pipewright.billing;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.records.ModulePersistence;

/** The module's persistence unit. */
@ApplicationScoped
class BillingPersistence implements ModulePersistence {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Override
    public String module() {
        return BillingModule.ID;
    }

    @Override
    public EntityManager entityManager() {
        return entityManager;
    }
}
