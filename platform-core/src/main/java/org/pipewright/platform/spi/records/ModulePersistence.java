package org.pipewright.platform.spi.records;

import jakarta.persistence.EntityManager;

/**
 * Hands the core the entity manager of a module's persistence unit, as a CDI bean. The core finds the module's record
 * types in its metamodel and changes records through it.
 */
public interface ModulePersistence {

    /** Id of the module. */
    String module();

    /** The container's transaction-scoped entity manager. */
    EntityManager entityManager();
}
