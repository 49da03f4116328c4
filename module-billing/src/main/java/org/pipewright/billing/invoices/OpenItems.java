package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.UUID;

/** What customers owe, in the currency of the tenant. */
@ApplicationScoped
class OpenItems {

    private static final String OF_ACCOUNT =
            "select coalesce(sum(open_base), 0) from billing.invoice where account_id = ?"
                    + " and kind = 'INVOICE' and status <> 'DRAFT' and open_amount > 0 and deleted_at is null";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** All that is open. */
    BigDecimal of(UUID account) {
        return sum(OF_ACCOUNT, account);
    }

    /** What is open and should have been paid by now. */
    BigDecimal overdue(UUID account) {
        return sum(OF_ACCOUNT + " and " + Invoice.PAYMENT_STATUS + " = 'OVERDUE'", account);
    }

    private BigDecimal sum(String query, UUID account) {
        return (BigDecimal)
                entityManager.createNativeQuery(query).setParameter(1, account).getSingleResult();
    }
}
