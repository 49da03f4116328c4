package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Tells invoices and credit notes what is paid and settled on them, one after the other (S-PAY-03). */
@ApplicationScoped
public class Settlement {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Inject
    TaxReceipts taxes;

    /** Where what is paid on an invoice is added up, once nobody else can pay on it. */
    @FunctionalInterface
    public interface Sum {
        Paid of(UUID invoice);
    }

    /** How much is paid, and when the last of it was. */
    public record Paid(BigDecimal amount, Optional<LocalDate> last) {}

    /**
     * What is owed by an issued invoice, or with a credit note to the customer.
     *
     * @param credit whether it is a credit note
     * @param payable what it came to
     * @param open what is left of that
     */
    public record Owed(UUID account, boolean credit, Money payable, Money open) {}

    /** What is owed; none for drafts. */
    public Optional<Owed> owed(UUID invoice) {
        return records.withId(Invoice.class, invoice)
                .filter(found -> !found.isDraft())
                .map(found ->
                        new Owed(found.account().orElseThrow(), found.isCreditNote(), found.payable(), found.open()));
    }

    /** Locks the invoice, adds up, and refuses more than it came to (S-PAY-02). */
    public void settle(UUID id, Sum sum) {
        change(id, invoice -> {
            Paid paid = sum.of(id);
            invoice.paid(paid.amount(), paid.last().orElseGet(tenant::today));
        });
    }

    /** The same for what credit notes and invoices give each other; they are locked in one order. */
    void settleCredits(Stream<UUID> ids) {
        entityManager.flush();
        ids.distinct().sorted().forEach(id -> change(id, invoice -> invoice.settled(credits(id), tenant.today())));
    }

    private BigDecimal credits(UUID id) {
        return entityManager
                .createQuery(
                        "select coalesce(sum(s.amount), 0) from CreditSettlement s"
                                + " where (s.invoice = :id or s.creditNote = :id) and s.deletedAt is null",
                        BigDecimal.class)
                .setParameter("id", id)
                .getSingleResult();
    }

    private void change(UUID id, Consumer<Invoice> move) {
        Invoice invoice = entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE);
        entityManager.refresh(invoice);
        records.change(invoice, changed -> {
            move.accept(changed);
            if (changed.isOverdrawn()) {
                throw Refusal.of(
                        BillingErrorCode.OVER_ALLOCATION, changed.number().orElse(""));
            }
        });
        taxes.book(invoice);
    }
}
