package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Tells invoices what is paid on them, one payment after the other (S-PAY-03). */
@ApplicationScoped
public class Settlement {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    /** Where what is paid on an invoice is added up, once nobody else can pay on it. */
    @FunctionalInterface
    public interface Sum {
        BigDecimal of(UUID invoice);
    }

    /** Currency of an invoice on which something can be paid; none for drafts and credit notes. */
    public Optional<String> payableIn(UUID invoice) {
        return records.withId(Invoice.class, invoice)
                .filter(found -> !found.isDraft() && !found.isCreditNote())
                .map(Invoice::currency);
    }

    /** Locks the invoice, adds up, and refuses more than it came to (S-PAY-02). */
    public void settle(UUID id, Sum sum) {
        Invoice invoice = entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE);
        entityManager.refresh(invoice);
        BigDecimal paid = sum.of(id);
        if (paid.compareTo(invoice.creditable()) > 0) {
            throw Refusal.of(BillingErrorCode.OVER_ALLOCATION, invoice.number().orElse(""));
        }
        records.change(invoice, changed -> changed.paid(paid, tenant.today()));
    }
}
