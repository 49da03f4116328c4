package org.pipewright.sales.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A marketing activity ends after it begins and does not stand below itself. */
@ApplicationScoped
class MarketingActivityRules implements RecordRules<MarketingActivity> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Override
    public void check(MarketingActivity activity, Change change, Violations violations) {
        if (activity.endsBeforeItBegins()) {
            violations.reject("endsOn", "before-begin", "core.violation.before-begin");
        }
        if (!change.created() && change.touches("parent") && isAbove(activity)) {
            violations.reject("parent", "cycle", "core.violation.cycle");
        }
    }

    private boolean isAbove(MarketingActivity activity) {
        Set<UUID> seen = new HashSet<>();
        return Stream.iterate(activity.parent(), id -> Objects.nonNull(id) && seen.add(id), this::parentOf)
                .anyMatch(activity.id()::equals);
    }

    private UUID parentOf(UUID id) {
        MarketingActivity parent = entityManager.find(MarketingActivity.class, id);
        return parent == null ? null : parent.parent();
    }
}
