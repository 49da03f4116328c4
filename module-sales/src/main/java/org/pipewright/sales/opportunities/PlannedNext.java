package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.ActivityReaction;
import org.pipewright.platform.spi.activities.LinkedActivity;

/** Keeps on a deal whether anything is planned, and when it is next due (S-ACT-12). Its version stays: nobody edited it. */
@ApplicationScoped
class PlannedNext implements ActivityReaction {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Activities activities;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void changed(UUID deal) {
        List<LinkedActivity> planned = activities.of(Opportunity.NAME, deal).stream()
                .filter(LinkedActivity::open)
                .toList();
        Optional<Instant> next =
                planned.stream().flatMap(activity -> activity.dueAt().stream()).min(Comparator.naturalOrder());
        entityManager
                .createNativeQuery("update sales.opportunity set activity_planned = ?1,"
                        + " next_activity_at = cast(?2 as timestamptz) where id = cast(?3 as uuid)")
                .setParameter(1, !planned.isEmpty())
                .setParameter(2, next.map(Instant::toString).orElse(null))
                .setParameter(3, deal.toString())
                .executeUpdate();
    }
}
