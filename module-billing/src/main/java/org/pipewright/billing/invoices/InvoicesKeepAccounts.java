package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.DeletionGuard;

/** An account with invoices or credit notes that were issued stays: they are kept, and so is whom they name (S-ACC-10). */
@ApplicationScoped
class InvoicesKeepAccounts implements DeletionGuard {

    private static final int MOST = 10;

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Override
    public String recordType() {
        return "core.account";
    }

    @Override
    public List<Blocking> blocking(UUID id) {
        return entityManager
                .createQuery(
                        "select i from Invoice i where i.account = :id and i.status <> :draft"
                                + " and i.deletedAt is null order by i.createdAt, i.id",
                        Invoice.class)
                .setParameter("id", id)
                .setParameter("draft", InvoiceStatus.DRAFT)
                .setMaxResults(MOST)
                .getResultStream()
                .map(invoice -> new Blocking(Invoice.NAME, invoice.id(), invoice.title()))
                .toList();
    }
}
