package org.pipewright.billing.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Optional;

/** The payment terms of the tenant. */
@ApplicationScoped
class PaymentTerms {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** The term invoices start from. */
    Optional<PaymentTerm> standard() {
        return entityManager
                .createQuery("select t from PaymentTerm t where t.standard = true", PaymentTerm.class)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultStream()
                .findFirst();
    }
}
