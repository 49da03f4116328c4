package com.example.probe;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.records.ModulePersistence;

/** Hands the core the module's persistence unit. */
@ApplicationScoped
public class ProbePersistence implements ModulePersistence {

    @PersistenceContext(unitName = "probe")
    EntityManager entityManager;

    @Override
    public String module() {
        return "probe";
    }

    @Override
    public EntityManager entityManager() {
        return entityManager;
    }
}
