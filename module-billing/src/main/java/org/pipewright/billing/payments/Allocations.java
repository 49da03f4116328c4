package org.pipewright.billing.payments;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.invoices.Settlement.Paid;

/** Sums of what is allocated, as it stands in the database now. */
@ApplicationScoped
class Allocations {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    BigDecimal takenOf(UUID payment) {
        return sum("amount", "payment", payment);
    }

    Paid paidOn(UUID invoice) {
        return new Paid(sum("taken.amount", "invoice", invoice), last(invoice));
    }

    private Optional<LocalDate> last(UUID invoice) {
        return Optional.ofNullable(entityManager
                .createQuery(
                        "select max(p.paidOn) from Payment p, Allocation a where a.payment = p.id"
                                + " and a.invoice = :invoice and a.deletedAt is null",
                        LocalDate.class)
                .setParameter("invoice", invoice)
                .getSingleResult());
    }

    private BigDecimal sum(String amount, String field, UUID id) {
        BigDecimal sum = entityManager
                .createQuery(
                        "select sum(a." + amount + ") from Allocation a where a." + field
                                + " = :id and a.deletedAt is null",
                        BigDecimal.class)
                .setParameter("id", id)
                .getSingleResult();
        return sum == null ? BigDecimal.ZERO : sum;
    }
}
