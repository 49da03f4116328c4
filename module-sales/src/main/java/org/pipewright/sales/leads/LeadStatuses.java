package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;
import java.util.UUID;

/** The lead statuses of the tenant. Queries do not flush: they are asked while a record is still checked. */
@ApplicationScoped
class LeadStatuses {

    @PersistenceContext(unitName = "sales")
    EntityManager entityManager;

    Optional<LeadStatus> withId(UUID id) {
        return Optional.ofNullable(entityManager.find(LeadStatus.class, id));
    }

    /** Whether nothing has been decided about the lead yet. */
    boolean isOpen(Lead lead) {
        return lead.status()
                .flatMap(this::withId)
                .filter(status -> status.category().isFinal())
                .isEmpty();
    }

    /** The status that every tenant has for the category. */
    LeadStatus system(LeadStatus.Category category) {
        return entityManager
                .createQuery(
                        "select s from LeadStatus s where s.system = true and s.category = :category", LeadStatus.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("category", category)
                .getSingleResult();
    }
}
