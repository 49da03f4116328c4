package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** Whether invoices are paid now, as the database reckons it (S-INV-03). */
@ApplicationScoped
class PaymentStates {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** None of drafts, credit notes and what was taken back. */
    Optional<PaymentStatus> of(Invoice invoice) {
        Object state = entityManager
                .createNativeQuery("select " + Invoice.PAYMENT_STATUS + " from billing.invoice where id = ?")
                .setParameter(1, invoice.id())
                .getSingleResult();
        return Optional.ofNullable((String) state).map(PaymentStatus::valueOf);
    }
}
