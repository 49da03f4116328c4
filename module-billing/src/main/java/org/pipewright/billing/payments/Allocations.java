package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.UUID;

/** Sums of what is allocated, as it stands in the database now. */
@ApplicationScoped
class Allocations {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    BigDecimal takenOf(UUID payment) {
        return sum("payment", payment);
    }

    BigDecimal paidOn(UUID invoice) {
        return sum("invoice", invoice);
    }

    private BigDecimal sum(String field, UUID id) {
        BigDecimal sum = entityManager
                .createQuery(
                        "select sum(a.amount) from Allocation a where a." + field + " = :id and a.deletedAt is null",
                        BigDecimal.class)
                .setParameter("id", id)
                .getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
