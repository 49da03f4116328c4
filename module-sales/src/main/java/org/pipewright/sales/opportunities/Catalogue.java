package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.TypedQuery;
import java.util.Optional;
import java.util.UUID;

/** The statuses and loss reasons of the tenant. Queries do not flush: they are asked while a record is still checked. */
@ApplicationScoped
class Catalogue {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    Optional<OpportunityStatus> status(UUID id) {
        return Optional.ofNullable(entityManager.find(OpportunityStatus.class, id));
    }

    /** The opportunity that continues this one, while it is in progress. */
    Optional<Opportunity> runningSuccessor(Opportunity opportunity) {
        return opportunity
                .reopenedAs()
                .map(id -> entityManager.find(Opportunity.class, id))
                .filter(successor -> successor.deletedAt().isEmpty() && !successor.isDecided());
    }

    Optional<LossReason> reason(UUID id) {
        return Optional.ofNullable(entityManager.find(LossReason.class, id));
    }

    /** The status that every tenant has for the category: where opportunities start, are won, are lost. */
    OpportunityStatus system(OpportunityStatus.Category category) {
        return query(
                        "select s from OpportunityStatus s where s.system = true and s.category = :value",
                        OpportunityStatus.class,
                        category)
                .getSingleResult();
    }

    private <T> TypedQuery<T> query(String text, Class<T> result, Object value) {
        return entityManager
                .createQuery(text, result)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("value", value);
    }
}
