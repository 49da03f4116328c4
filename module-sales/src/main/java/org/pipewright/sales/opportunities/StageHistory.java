package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.sales.kinds.Kinds;
import org.pipewright.sales.times.WorkingHours;
import org.pipewright.sales.times.WorkingTime;

/** Writes down every stage an opportunity passes (S-KIND-12), also in simple mode, where they follow its status. */
@ApplicationScoped
class StageHistory implements RecordRules<Opportunity> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Kinds kinds;

    @Inject
    CurrentCaller caller;

    @Inject
    WorkingHours hours;

    @Override
    public void written(Opportunity opportunity, Change change) {
        if (change.created()) {
            if (!opportunity.isDecided()) {
                enter(opportunity, change, opportunity.createdAt());
            }
            return;
        }
        if (change.touches("stage") || change.touches("kind") || change.touches("outcome")) {
            pass(opportunity, change);
        }
        if (change.touches("owner") || change.touches("team")) {
            visits(opportunity.id()).forEach(visit -> visit.belongTo(opportunity));
        }
    }

    private void pass(Opportunity opportunity, Change change) {
        Instant now = Instant.now();
        WorkingTime time = hours.now();
        boolean isFall = opportunity.outcome().filter(Outcome.LOST::equals).isPresent();
        visits(opportunity.id()).stream()
                .filter(StageVisit::isRunning)
                .forEach(visit -> visit.leave(now, time.between(visit.enteredAt(), now), isFall));
        entityManager.flush();
        if (!opportunity.isDecided()) {
            enter(opportunity, change, now);
        }
    }

    private void enter(Opportunity opportunity, Change change, Instant now) {
        opportunity.stage().flatMap(kinds::stage).ifPresent(stage -> {
            StageVisit visit = new StageVisit(opportunity, stage, now);
            change.before("stage")
                    .map(UUID.class::cast)
                    .filter(before -> !opportunity.passage().isToOtherKind())
                    .ifPresent(before -> tellWay(visit, opportunity, before, stage.id()));
            visit.born(UUID.randomUUID(), now, caller.memberId());
            entityManager.persist(visit);
        });
    }

    private void tellWay(StageVisit visit, Opportunity opportunity, UUID from, UUID to) {
        opportunity
                .kind()
                .flatMap(kinds::withId)
                .map(kinds::course)
                .ifPresent(course -> visit.cameBy(course.skipped(from, to), course.isBack(from, to)));
    }

    private List<StageVisit> visits(UUID opportunity) {
        return entityManager
                .createQuery("select v from StageVisit v where v.opportunity = :id", StageVisit.class)
                .setParameter("id", opportunity)
                .getResultList();
    }
}
