package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pipewright.platform.spi.records.Parts;

/** Invoices of orders, and what they come to. */
@ApplicationScoped
class OrderTallies {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    Parts parts;

    /** Invoices and credit notes of the order that are not in the bin. */
    List<Invoice> of(UUID order) {
        return entityManager
                .createQuery(
                        "select i from Invoice i where i.salesOrder = :order and i.deletedAt is null"
                                + " order by i.createdAt, i.id",
                        Invoice.class)
                .setParameter("order", order)
                .getResultList();
    }

    /** Of drafts and of what was issued; drafts of credit notes give nothing back yet. */
    OrderTally all(UUID order) {
        return counted(order, invoice -> !(invoice.isDraft() && invoice.isCreditNote()));
    }

    /** Of what was issued. */
    OrderTally issued(UUID order) {
        return counted(order, invoice -> !invoice.isDraft());
    }

    /** What was taken back whole has never been, nor have the credit notes that did so. */
    private OrderTally counted(UUID order, Predicate<Invoice> wanted) {
        List<Invoice> invoices = of(order);
        Set<UUID> gone =
                invoices.stream().filter(Invoice::isTakenBack).map(Invoice::id).collect(Collectors.toSet());
        OrderTally tally = new OrderTally();
        invoices.stream()
                .filter(wanted)
                .filter(invoice -> !gone.contains(invoice.id())
                        && invoice.credited().filter(gone::contains).isEmpty())
                .forEach(invoice -> tally.add(invoice, parts.of(InvoiceLine.class, invoice.id())));
        return tally;
    }
}
