package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Finds what was agreed with suppliers. */
@ApplicationScoped
class SelfBillingAgreements {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** The latest one that holds on the day. */
    Optional<SelfBillingAgreement> of(UUID supplier, LocalDate day) {
        return entityManager
                .createQuery(
                        "select a from SelfBillingAgreement a where a.supplier = :supplier and a.deletedAt is null"
                                + " and a.agreedOn <= :day and (a.endsOn is null or a.endsOn >= :day)"
                                + " order by a.agreedOn desc, a.id desc",
                        SelfBillingAgreement.class)
                .setParameter("supplier", supplier)
                .setParameter("day", day)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** Whether something was issued by it. */
    boolean isUsed(UUID agreement) {
        return !entityManager
                .createQuery("select i.id from SelfBilledInvoice i where i.agreement = :agreement", UUID.class)
                .setParameter("agreement", agreement)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    /** Whether something was issued by it that does not fit it if it is of that supplier and time. */
    boolean isUsedBeyond(UUID agreement, UUID supplier, LocalDate from, LocalDate to) {
        return !entityManager
                .createQuery(
                        "select i.id from SelfBilledInvoice i where i.agreement = :agreement"
                                + " and i.kind = org.pipewright.billing.invoices.InvoiceKind.INVOICE"
                                + " and (i.supplier <> :supplier or i.issuedOn < :from or i.issuedOn > :to)",
                        UUID.class)
                .setParameter("agreement", agreement)
                .setParameter("supplier", supplier)
                .setParameter("from", from)
                .setParameter("to", to)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }
}
