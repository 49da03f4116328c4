package org.pipewright.sales.opportunities;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.ApplyProbability.Application;

/**
 * Gives the deals that stand there the probability it stands for now. Changing it leaves them as they are; this is how
 * the administrator asks for more, and is told beforehand how many there are (S-OPP-12). Typed probabilities stay.
 *
 * @param <R> a stage, or a status of the simple list
 */
abstract class ApplyProbability<R extends CrmRecord> implements ProposingVerb<R, Application> {

    /**
     * What is agreed to.
     *
     * @param deals how many deals change, as it was shown; refused if it is another number by now
     */
    record Application(@Field(from = 0, to = 10_000_000) Integer deals) {}

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    @Inject
    Records records;

    /** Criteria of the deals that stand at {@code :place}. */
    abstract String standing();

    abstract int probability(R place);

    @Override
    public String name() {
        return "apply-probability";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public Application proposed(R place) {
        return new Application(differing(place.id(), probability(place)).size());
    }

    @Override
    public void perform(R place, Application application) {
        List<Opportunity> deals = differing(place.id(), probability(place));
        if (application.deals() != null && application.deals() != deals.size()) {
            throw Refusal.of(SalesErrorCode.OTHER_DEALS, String.valueOf(deals.size()));
        }
        deals.forEach(deal -> records.change(deal, changed -> changed.estimateAnew(probability(place))));
    }

    private List<Opportunity> differing(UUID place, int probability) {
        return entityManager
                .createQuery(
                        "select o from Opportunity o where " + standing() + " and o.outcome = :open"
                                + " and o.probabilityTyped = false and o.probability <> :probability"
                                + " and o.deletedAt is null order by o.id",
                        Opportunity.class)
                .setParameter("place", place)
                .setParameter("open", Outcome.IN_PROGRESS)
                .setParameter("probability", probability)
                .getResultList();
    }
}
