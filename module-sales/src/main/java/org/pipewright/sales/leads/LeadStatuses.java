package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
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

    /** The status that every tenant has for the category. */
    LeadStatus system(LeadStatus.Category category) {
        return entityManager
                .createQuery(
                        "select s from LeadStatus s where s.system = true and s.category = :category", LeadStatus.class)
                .setFlushMode(FlushModeType.COMMIT)
                .setParameter("category", category)
                .getSingleResult();
    }

    /** The place behind the last open status. */
    int end() {
        Integer last = entityManager
                .createQuery("select max(s.position) from LeadStatus s where s.category in :open", Integer.class)
                .setParameter("open", List.of(LeadStatus.Category.NEW, LeadStatus.Category.OPEN))
                .setFlushMode(FlushModeType.COMMIT)
                .getSingleResult();
        return last == null ? 10 : last + 10;
    }

    /** Whether leads are in the status. */
    boolean isUsed(LeadStatus status) {
        return entityManager
                        .createQuery(
                                "select count(l) from Lead l where l.deletedAt is null and l.status = :status",
                                Long.class)
                        .setFlushMode(FlushModeType.COMMIT)
                        .setParameter("status", status.id())
                        .getSingleResult()
                > 0;
    }
}
