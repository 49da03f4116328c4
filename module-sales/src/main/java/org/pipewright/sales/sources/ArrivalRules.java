package org.pipewright.sales.sources;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.function.Function;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.sources.Channel.Impact;

/** The tenant's rules about arrivals; one names a marketing activity only where its channel credits one. */
@ApplicationScoped
public class ArrivalRules implements RecordRules<ArrivalRule> {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    /** The rule for somebody of whom these facts are known. */
    public Optional<ArrivalRule> forArrival(Function<String, Optional<String>> facts) {
        return entityManager
                .createQuery(
                        "select r from ArrivalRule r where r.active = true and r.deletedAt is null"
                                + " order by r.position, r.id",
                        ArrivalRule.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .filter(rule -> rule.fits(facts))
                .findFirst();
    }

    @Override
    public void check(ArrivalRule rule, Change change, Violations violations) {
        boolean credits = Optional.ofNullable(rule.channel())
                .map(id -> entityManager.find(Channel.class, id))
                .filter(channel -> channel.impactType() == Impact.ACTIVITY)
                .isPresent();
        if (rule.marketingActivity().isPresent() && !credits) {
            violations.reject("marketingActivity", "other-kind", "sales.violation.other-kind");
        }
    }
}
