package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.invoices.InvoiceLetters;
import org.pipewright.billing.invoices.OpenInvoices;
import org.pipewright.billing.invoices.OpenInvoices.Open;
import org.pipewright.platform.spi.payments.PaymentTold;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Wording;

/**
 * Books what providers tell, at once: whoever told it hears that it is kept only when it is booked. Each is an entry like
 * those of banks, whose key the database has once, so that what is told again is booked already, also on another node
 * (S-PAY-09). What does not fit its invoice is the customer's credit, with a note; what names no invoice is laid before
 * people. Nothing that was paid is lost.
 */
@ApplicationScoped
public class ToldPayments {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Records records;

    @Inject
    CurrentTenant tenant;

    @Inject
    OpenInvoices invoices;

    @Inject
    Booking booking;

    @Inject
    Imprints imprints;

    @Inject
    Wording wording;

    /** Books it, unless that was done before. */
    public void take(UUID provider, String name, PaymentTold told) {
        String key = EntryKeys.of(provider, told.key());
        waitForOthers(key);
        if (!isThere("entryKey", key)) {
            BankEntry entry = records.create(BankEntry.told(provider, name, key, read(told)));
            invoices.numbered(told.document())
                    .ifPresentOrElse(
                            invoice -> book(entry, invoice),
                            () -> records.change(entry, changed -> changed.review(ReviewReason.UNKNOWN, null, null)));
        }
    }

    /** Whether a provider has told anything. */
    public boolean cameThrough(UUID provider) {
        return isThere("provider", provider);
    }

    private ReadEntry read(PaymentTold told) {
        return new ReadEntry(
                "",
                told.paidOn().orElseGet(tenant::today),
                told.amount().amount(),
                told.amount().currency(),
                false,
                told.payer().orElse(""),
                "",
                told.document(),
                told.key(),
                told.key(),
                false);
    }

    private void book(BankEntry entry, Open invoice) {
        boolean fits = entry.amount().currency().equals(invoice.open().currency());
        booking.book(entry, invoice.account(), fits ? List.of(invoice) : List.of(), note(entry, invoice));
    }

    /** What is to be said of a payment that is not just what was open. */
    private Optional<String> note(BankEntry entry, Open invoice) {
        BigDecimal open = invoice.open().amount();
        if (entry.amount().currency().equals(invoice.open().currency())
                && entry.amount().amount().compareTo(open) == 0) {
            return Optional.empty();
        }
        return Optional.of(wording.text(imprints.now().language(), "billing.payment.differs")
                .replace("{number}", invoice.number())
                .replace("{open}", InvoiceLetters.told(invoice.open()))
                .replace("{paid}", InvoiceLetters.told(entry.amount())));
    }

    /** Of two calls that tell the same at once, the second sees what the first has kept. */
    private void waitForOthers(String key) {
        entityManager
                .createNativeQuery("select 1 from (select pg_advisory_xact_lock(hashtextextended("
                        + "'told-payment ' || current_setting('pipewright.tenant') || ?1, 0))) waited")
                .setParameter(1, key)
                .getResultList();
    }

    private boolean isThere(String field, Object value) {
        return entityManager
                        .createQuery("select count(e) from BankEntry e where e." + field + " = :value", Long.class)
                        .setParameter("value", value)
                        .getSingleResult()
                > 0;
    }
}
