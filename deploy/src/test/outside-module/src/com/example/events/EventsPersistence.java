package com.example.events;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.pipewright.platform.spi.records.ModulePersistence;

/** Hands the core the module's persistence unit. */
@ApplicationScoped
public class EventsPersistence implements ModulePersistence {

    @PersistenceContext(unitName = "events")
    EntityManager entityManager;

    @Override
    public String module() {
        return "events";
    }

    @Override
    public EntityManager entityManager() {
        return entityManager;
    }
}
