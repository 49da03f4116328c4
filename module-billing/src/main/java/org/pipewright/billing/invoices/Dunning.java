package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.billing.dunning.DunningLevels;
import org.pipewright.billing.dunning.DunningLevels.Level;
import org.pipewright.platform.spi.mail.CustomerMail;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Records;
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
    Records records;

    @Inject
    CustomerMail mail;

    /** Ids of invoices of which something is overdue and nobody said to leave it. */
    @SuppressWarnings("unchecked")
    List<UUID> overdue() {
        List<String> ids = entityManager
                .createNativeQuery("select cast(i.id as text) from billing.invoice i where i.deleted_at is null and not"
                        + " i.dunning_stopped and " + Invoice.PAYMENT_STATUS + " = 'OVERDUE' order by i.id")
                .getResultList();
        return ids.stream().map(UUID::fromString).toList();
    }

    /** Raises the invoice to its next level and writes to the customer; whether it was time to. */
    boolean remind(Invoice invoice) {
        LocalDate today = tenant.today();
        Optional<LocalDate> due = nextDue(invoice).filter(day -> day.isBefore(today));
        Optional<Level> level = invoice.mayBeDunnedOn(today)
                ? due.flatMap(day -> levels.above(invoice.dunningLevel(), ChronoUnit.DAYS.between(day, today)))
                : Optional.empty();
        level.ifPresent(next -> {
            invoice.dunned(next.id(), today);
            address(invoice).ifPresent(to -> mail.send(to, subject(invoice, next), letter(invoice, next, due.get())));
        });
        return level.isPresent();
    }

    private Optional<LocalDate> nextDue(Invoice invoice) {
        Object day = entityManager
                .createNativeQuery("select cast(" + Invoice.NEXT_DUE + " as text) from billing.invoice where id = ?")
                .setParameter(1, invoice.id())
                .getSingleResult();
        return Optional.ofNullable((String) day).map(LocalDate::parse);
    }

    /** Of the contact, or else of the account; none of who does not want any. */
    private Optional<String> address(Invoice invoice) {
        Optional<JsonObject> person = invoice.contact().flatMap(id -> records.seen("core.contact", id));
        return person.isPresent()
                ? person.filter(seen -> !seen.getBoolean("doNotMail", false)).flatMap(Dunning::mail)
                : invoice.account()
                        .flatMap(id -> records.seen("core.account", id))
                        .flatMap(Dunning::mail);
    }

    private static Optional<String> mail(JsonObject seen) {
        return Optional.ofNullable(seen.get("emails"))
                .filter(JsonArray.class::isInstance)
                .map(JsonArray.class::cast)
                .filter(emails -> !emails.isEmpty())
                .map(emails -> emails.getJsonObject(0).getString("value"));
    }

    private static String subject(Invoice invoice, Level level) {
        return level.name() + " " + invoice.number().orElse("");
    }

    private String letter(Invoice invoice, Level level, LocalDate due) {
        String customer = invoice.account()
                .flatMap(id -> records.seen("core.account", id))
                .map(seen -> seen.getString("name"))
                .orElse("");
        return level.text()
                .replace("{number}", invoice.number().orElse(""))
                .replace("{customer}", customer)
                .replace("{open}", told(invoice.open()))
                .replace("{due}", due.toString())
                .replace("{fee}", level.fee().map(Dunning::told).orElse("–"));
    }

    private static String told(Money money) {
        return Money.rounded(money.amount(), money.currency()).amount().toPlainString() + " " + money.currency();
    }
}
