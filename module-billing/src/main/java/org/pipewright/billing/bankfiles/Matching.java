package org.pipewright.billing.bankfiles;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.invoices.OpenInvoices;
import org.pipewright.billing.invoices.OpenInvoices.Open;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Records;

/**
 * Finds what an entry is for: by the numbers of invoices in it, else by who paid how much. What fits exactly is booked,
 * all else is laid before people (S-PAY-07).
 */
@ApplicationScoped
class Matching {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    OpenInvoices invoices;

    @Inject
    Booking booking;

    @Inject
    Records records;

    void book(BankEntry entry) {
        Optional<UUID> customer = customer(entry);
        List<Open> named = named(entry);
        if (entry.isReversal()) {
            review(entry, ReviewReason.REVERSAL, named, customer);
        } else if (named.isEmpty()) {
            bookUnnamed(entry, customer);
        } else if (comesTo(named, entry.amount())) {
            booking.book(entry, named.get(0).account(), named);
        } else {
            review(entry, named.size() == 1 ? ReviewReason.AMOUNT : ReviewReason.SEVERAL, named, customer);
        }
    }

    private List<Open> named(BankEntry entry) {
        List<String> texts = Numbers.texts(entry);
        return invoices.in(Numbers.plain(String.join(" ", texts)), entry.isOut()).stream()
                .filter(invoice -> texts.stream().anyMatch(text -> Numbers.names(text, invoice.number())))
                .toList();
    }

    /** Whether they are one customer's and together are just what was paid. */
    private static boolean comesTo(List<Open> named, Money amount) {
        BigDecimal sum = named.stream().map(open -> open.open().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return named.stream().map(Open::account).distinct().count() == 1
                && named.stream().allMatch(open -> open.open().currency().equals(amount.currency()))
                && sum.compareTo(amount.amount()) == 0;
    }

    private void bookUnnamed(BankEntry entry, Optional<UUID> customer) {
        List<Open> ofCustomer = customer.map(id -> invoices.of(id, entry.isOut()).stream()
                        .filter(open -> comesTo(List.of(open), entry.amount()))
                        .toList())
                .orElse(List.of());
        if (ofCustomer.size() == 1) {
            booking.book(entry, ofCustomer.get(0).account(), ofCustomer);
        } else if (entry.isOut()) {
            records.change(entry, changed -> changed.dismissed(ReviewReason.OUTGOING, null));
        } else if (ofCustomer.isEmpty()) {
            List<Open> alike = invoices.over(entry.amount(), false);
            review(entry, ReviewReason.UNKNOWN, alike.size() == 1 ? alike : List.of(), customer);
        } else {
            review(entry, ReviewReason.SEVERAL, ofCustomer, customer);
        }
    }

    private void review(BankEntry entry, ReviewReason reason, List<Open> likely, Optional<UUID> customer) {
        Optional<Open> first = likely.stream().findFirst();
        records.change(
                entry,
                changed -> changed.review(
                        reason,
                        first.map(Open::id).orElse(null),
                        customer.or(() -> first.map(Open::account)).orElse(null)));
    }

    /** Who paid from that account before, or else has that name. */
    private Optional<UUID> customer(BankEntry entry) {
        return entry.iban()
                .flatMap(this::whoPaidFrom)
                .or(() -> entry.payer().flatMap(name -> records.having("core.account", "name", name)))
                .or(() -> entry.payer().flatMap(name -> records.having("core.account", "legalName", name)));
    }

    private Optional<UUID> whoPaidFrom(String iban) {
        List<UUID> known = entityManager
                .createQuery(
                        "select distinct e.customer from BankEntry e where e.iban = :iban and e.customer is not null"
                                + " and e.status = org.pipewright.billing.bankfiles.EntryStatus.BOOKED",
                        UUID.class)
                .setParameter("iban", iban)
                .setMaxResults(2)
                .getResultList();
        return known.size() == 1 ? Optional.of(known.get(0)) : Optional.empty();
    }
}
