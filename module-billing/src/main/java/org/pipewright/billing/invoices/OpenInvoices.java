package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.money.Money;

/** Issued invoices and credit notes of which something is open, for whoever looks for what a payment is for. */
@ApplicationScoped
public class OpenInvoices {

    private static final String OPEN = "select i from Invoice i where i.deletedAt is null and i.kind = :kind"
            + " and i.status <> org.pipewright.billing.invoices.InvoiceStatus.DRAFT and i.open.amount > 0 and ";

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    /** One of them. */
    public record Open(UUID id, UUID account, String number, Money open) {}

    /**
     * Those whose number stands in the text, whatever signs and blanks are in between.
     *
     * @param plain letters and digits of the text, in capitals
     * @param credit whether credit notes are meant
     */
    public List<Open> in(String plain, boolean credit) {
        List<?> ids = entityManager
                .createNativeQuery("select cast(i.id as text) from billing.invoice i where i.deleted_at is null"
                        + " and i.kind = ?1 and i.number is not null and i.open_amount > 0"
                        + " and position(regexp_replace(upper(i.number), '[^A-Z0-9]', '', 'g') in ?2) > 0"
                        + " order by i.number")
                .setParameter(1, kind(credit).name())
                .setParameter(2, plain)
                .getResultList();
        return ids.stream()
                .map(id -> entityManager.find(Invoice.class, UUID.fromString((String) id)))
                .map(OpenInvoices::open)
                .toList();
    }

    /** Those of a customer, the oldest first. */
    public List<Open> of(UUID account, boolean credit) {
        return entityManager
                .createQuery(OPEN + "i.account = :account order by i.issuedOn, i.id", Invoice.class)
                .setParameter("kind", kind(credit))
                .setParameter("account", account)
                .getResultStream()
                .map(OpenInvoices::open)
                .toList();
    }

    /** Those over exactly that amount. */
    public List<Open> over(Money amount, boolean credit) {
        return entityManager
                .createQuery(
                        OPEN + "i.open.amount = :amount and i.open.currency = :currency order by i.issuedOn, i.id",
                        Invoice.class)
                .setParameter("kind", kind(credit))
                .setParameter("amount", amount.amount())
                .setParameter("currency", amount.currency())
                .setMaxResults(2)
                .getResultStream()
                .map(OpenInvoices::open)
                .toList();
    }

    /** The issued invoice of that number, whatever is open of it; nobody else pays on it until this is done. */
    public Optional<Open> numbered(String number) {
        return entityManager
                .createQuery(
                        "select i from Invoice i where i.deletedAt is null and i.kind = :kind and i.number = :number",
                        Invoice.class)
                .setParameter("kind", InvoiceKind.INVOICE)
                .setParameter("number", number)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultStream()
                .peek(entityManager::refresh)
                .filter(invoice -> !invoice.isDraft())
                .map(OpenInvoices::open)
                .findFirst();
    }

    /** The one of that id, if something of it is open. */
    public Optional<Open> withId(UUID id) {
        return Optional.ofNullable(entityManager.find(Invoice.class, id))
                .filter(Invoice::isOpen)
                .map(OpenInvoices::open);
    }

    private static InvoiceKind kind(boolean credit) {
        return credit ? InvoiceKind.CREDIT_NOTE : InvoiceKind.INVOICE;
    }

    private static Open open(Invoice invoice) {
        return new Open(
                invoice.id(), invoice.account().orElseThrow(), invoice.number().orElse(""), invoice.open());
    }
}
