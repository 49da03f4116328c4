package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.dunning.DunningLevels;
import org.pipewright.billing.dunning.DunningLevels.Level;
import org.pipewright.platform.spi.money.Exchange;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/** Reminds of what is overdue, by one level at a time and once a day at most (S-INV-08). */
@ApplicationScoped
class Dunning {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    DunningLevels levels;

    @Inject
    CurrentTenant tenant;

    @Inject
    InvoiceLetters letters;

    @Inject
    Exchange exchange;

    @Inject
    Parts parts;

    /** Ids of invoices that are late enough for their next level, were not reminded of today, and may be. */
    @SuppressWarnings("unchecked")
    List<UUID> due() {
        List<String> ids = entityManager
                .createNativeQuery("select cast(i.id as text) from billing.invoice i where i.deleted_at is null and not"
                        + " i.dunning_stopped and i.status = 'ISSUED' and i.open_amount > 0"
                        + " and coalesce(i.dunned_on < platform.today(), true) and " + Invoice.PAYMENT_STATUS
                        + " = 'OVERDUE' and exists (select from billing.dunning_level n where n.deleted_at is null"
                        + " and n.days <= platform.today() - " + Invoice.NEXT_DUE
                        + " and n.days > coalesce((select l.days"
                        + " from billing.dunning_level l where l.id = i.dunning_level_id), -1)) order by i.id")
                .getResultList();
        return ids.stream().map(UUID::fromString).toList();
    }

    /** Raises the invoice to its next level, books the fee of that and writes to the customer; whether it was time to. */
    boolean remind(Invoice invoice) {
        LocalDate today = tenant.today();
        Optional<LocalDate> due = nextDue(invoice).filter(day -> day.isBefore(today));
        Optional<Level> level = invoice.mayBeDunnedOn(today)
                ? due.flatMap(day -> levels.above(invoice.dunningLevel(), ChronoUnit.DAYS.between(day, today)))
                : Optional.empty();
        level.ifPresent(next -> remind(invoice, next, due.get(), today));
        return level.isPresent();
    }

    private void remind(Invoice invoice, Level level, LocalDate due, LocalDate today) {
        Optional<Money> fee = level.fee()
                .filter(asked -> asked.amount().signum() > 0)
                .flatMap(asked -> exchange.exchanged(asked, invoice.currency(), today));
        invoice.dunned(level.id(), today, fee);
        Optional<String> to = letters.send(
                invoice.contact(),
                invoice.account().orElseThrow(),
                level.name() + " " + invoice.number().orElse(""),
                letter(invoice, level, due, fee));
        parts.add(List.of(new DunningNotice(
                invoice.id(), parts.of(DunningNotice.class, invoice.id()).size() + 1, level.id(), today, to, fee)));
    }

    /** When the next of what is open is due. */
    Optional<LocalDate> nextDue(Invoice invoice) {
        Object day = entityManager
                .createNativeQuery("select cast(" + Invoice.NEXT_DUE + " as text) from billing.invoice where id = ?")
                .setParameter(1, invoice.id())
                .getSingleResult();
        return Optional.ofNullable((String) day).map(LocalDate::parse);
    }

    private String letter(Invoice invoice, Level level, LocalDate due, Optional<Money> fee) {
        return level.text()
                .replace("{number}", invoice.number().orElse(""))
                .replace("{customer}", letters.customer(invoice.account().orElseThrow()))
                .replace("{open}", InvoiceLetters.told(invoice.open()))
                .replace("{due}", due.toString())
                .replace("{fee}", fee.map(InvoiceLetters::told).orElse("–"));
    }
}
