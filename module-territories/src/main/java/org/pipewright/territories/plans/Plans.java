package org.pipewright.territories.plans;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;

/** The plans of the tenant. */
@ApplicationScoped
class Plans {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Inject
    Records records;

    /** The one that was activated last. */
    Optional<TerritoryPlan> active() {
        return entityManager
                .createQuery(
                        "select p.id from TerritoryPlan p where p.deletedAt is null and p.status = :active", UUID.class)
                .setParameter("active", PlanStatus.ACTIVE)
                .getResultStream()
                .findFirst()
                .flatMap(this::withId);
    }

    /** The one in whose place a plan was put that is in force no more. */
    Optional<TerritoryPlan> displacedBy(TerritoryPlan plan) {
        entityManager.flush(); // no two are in force, not even for a moment
        return plan.displaced().flatMap(this::withId).filter(other -> PlanStep.RETURN.isPossible(other.status()));
    }

    /** Those that are to be activated by that day, those of an earlier day first. */
    List<UUID> dueOn(LocalDate day) {
        return entityManager
                .createQuery(
                        "select p.id from TerritoryPlan p where p.deletedAt is null and p.status = :planning"
                                + " and p.activateOn <= :day order by p.activateOn, p.id",
                        UUID.class)
                .setParameter("planning", PlanStatus.PLANNING)
                .setParameter("day", day)
                .getResultList();
    }

    /** The one of that id, which nobody else changes until the transaction ends. */
    Optional<TerritoryPlan> withId(UUID id) {
        return records.withId(TerritoryPlan.class, id);
    }
}
