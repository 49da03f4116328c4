package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.jobs.LongWorks;

/** Starts looking at every record. */
@ApplicationScoped
class Runs {

    @PersistenceContext(unitName = "territories")
    EntityManager entityManager;

    @Inject
    LongWorks works;

    /** Starts a look, unless one was started in the same transaction: it is taken once that has ended. */
    UUID start() {
        return started().orElseGet(() -> start(Look.because("run")));
    }

    /** The same, also for what is settled. */
    UUID startForAll() {
        return start(new Look("run", true, Optional.empty()));
    }

    /** A look because a plan was activated. */
    void startForPlan() {
        start(Look.because("plan"));
    }

    /** A look because a plan was rolled back that was activated at that time. */
    void startBack(Instant activated) {
        start(new Look("roll-back", false, Optional.of(activated)));
    }

    private UUID start(Look look) {
        UUID job = works.start(AssignmentRun.KIND, look.payload());
        entityManager
                .createNativeQuery("select set_config('pipewright.territories_run', ?1, true)")
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter(1, job.toString())
                .getSingleResult();
        return job;
    }

    /** The setting lives as long as the transaction, and is empty afterwards. */
    private Optional<UUID> started() {
        Object job = entityManager
                .createNativeQuery("select coalesce(current_setting('pipewright.territories_run', true), '')")
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return Optional.of((String) job).filter(text -> !text.isEmpty()).map(UUID::fromString);
    }
}
