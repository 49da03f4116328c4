package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.sales.SalesErrorCode;

/** What was decided in a locked period keeps its value, date and outcome, and nothing is decided there any more (S-CLOSE-14). */
@ApplicationScoped
class Periods {

    private static final String DAY = "actualClose";
    private static final Set<String> REPORTED = Set.of("amount", "closeRevenue", DAY, "status", "outcome");

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** Refuses a change of what is reported of a locked period. */
    void require(Opportunity opportunity, Change change) {
        List<String> touched =
                REPORTED.stream().filter(change::touches).sorted().toList();
        Stream<LocalDate> days = Stream.concat(
                opportunity.actualClose().stream(), change.before(DAY).map(LocalDate.class::cast).stream());
        if (!touched.isEmpty() && days.anyMatch(this::isLocked)) {
            throw refusal(touched);
        }
    }

    /** Refuses to take a deal away that is reported. */
    void requireOpen(Opportunity opportunity) {
        if (opportunity.actualClose().filter(this::isLocked).isPresent()) {
            throw refusal(List.of(DAY));
        }
    }

    private Refusal refusal(List<String> touched) {
        return new Refusal(
                SalesErrorCode.PERIOD_LOCKED,
                Map.of("name", through().map(LocalDate::toString).orElse("")),
                touched.stream()
                        .map(field -> new FieldError(field, "locked", "sales.violation.period-locked"))
                        .toList());
    }

    private boolean isLocked(LocalDate day) {
        return through().filter(last -> !day.isAfter(last)).isPresent();
    }

    private Optional<LocalDate> through() {
        return Optional.ofNullable(entityManager
                .createQuery("select max(l.through) from PeriodLock l where l.deletedAt is null", LocalDate.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult());
    }
}
