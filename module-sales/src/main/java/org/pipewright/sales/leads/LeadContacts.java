package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.pipewright.platform.spi.activities.Activities;
import org.pipewright.platform.spi.activities.ActivityForm;
import org.pipewright.platform.spi.activities.ActivityReaction;
import org.pipewright.platform.spi.activities.LinkedActivity;
import org.pipewright.sales.times.WorkingHours;

/**
 * Notes when a lead first heard from us (S-LEAD-20), when it last answered and when anything was last done; its score
 * follows (S-LEAD-11). Its version stays: nobody edited it.
 */
@ApplicationScoped
class LeadContacts implements ActivityReaction {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Activities activities;

    @Inject
    Scores scores;

    @Inject
    WorkingHours hours;

    @Override
    public String recordType() {
        return Lead.NAME;
    }

    @Override
    public void changed(UUID lead) {
        List<LinkedActivity> done = activities.of(Lead.NAME, lead).stream()
                .filter(activity -> activity.doneAt().isPresent())
                .toList();
        Optional<Instant> first = times(done, LeadContacts::isResponse).min(Comparator.naturalOrder());
        entityManager
                .createNativeQuery("update sales.lead set responded_at = cast(?1 as timestamptz),"
                        + " replied_at = cast(?2 as timestamptz), last_activity_at = cast(?3 as timestamptz),"
                        + " response_hours = cast(?5 as numeric) where id = cast(?4 as uuid)")
                .setParameter(1, first.map(Instant::toString).orElse(null))
                .setParameter(2, last(done, LinkedActivity::inbound))
                .setParameter(3, last(done, activity -> true))
                .setParameter(4, lead.toString())
                .setParameter(5, first.flatMap(at -> hoursUntil(lead, at)).orElse(null))
                .executeUpdate();
        scores.reckon(List.of(lead));
    }

    private Optional<String> hoursUntil(UUID lead, Instant answered) {
        return Optional.ofNullable(entityManager.find(Lead.class, lead))
                .map(came -> hours.now().between(came.createdAt(), answered))
                .map(LeadContacts::inHours);
    }

    private static String inHours(Duration time) {
        return BigDecimal.valueOf(time.toMinutes())
                .divide(BigDecimal.valueOf(60), 2, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String last(List<LinkedActivity> done, Predicate<LinkedActivity> such) {
        return times(done, such)
                .max(Comparator.naturalOrder())
                .map(Instant::toString)
                .orElse(null);
    }

    private static Stream<Instant> times(List<LinkedActivity> done, Predicate<LinkedActivity> such) {
        return done.stream().filter(such).flatMap(activity -> activity.doneAt().stream());
    }

    private static boolean isResponse(LinkedActivity activity) {
        return !activity.inbound() && activity.form() != ActivityForm.TASK && activity.form() != ActivityForm.NOTE;
    }
}
