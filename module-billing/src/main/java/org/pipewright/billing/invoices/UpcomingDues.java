package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.platform.spi.tenants.TenantChore;
import org.pipewright.platform.spi.texts.Wording;

/** Reminds of what is about to be due, once for each due date and never of what is paid (S-PAY-10). */
@ApplicationScoped
class UpcomingDues implements TenantChore {

    @PersistenceContext(unitName = "billing")
    EntityManager entityManager;

    @Inject
    TenantSettings choices;

    @Inject
    CurrentTenant tenant;

    @Inject
    Dunning dunning;

    @Inject
    InvoiceLetters letters;

    @Inject
    Wording wording;

    @Inject
    Records records;

    @Override
    public void perform() {
        int days = tenant.hasFeature(BillingModule.FEATURE) ? choices.integer(BillingModule.REMIND_BEFORE) : 0;
        if (days > 0) {
            LocalDate last = tenant.today().plusDays(days);
            soon(days).stream()
                    .map(id -> entityManager.find(Invoice.class, id, LockModeType.PESSIMISTIC_WRITE))
                    .forEach(invoice -> dunning.nextDue(invoice)
                            .filter(due -> invoice.mayBeDunned() && !due.isAfter(last))
                            .ifPresent(due -> records.change(invoice, changed -> announce(changed, due))));
        }
    }

    @SuppressWarnings("unchecked")
    private List<UUID> soon(int days) {
        List<String> ids = entityManager
                .createNativeQuery("select cast(i.id as text) from billing.invoice i where i.deleted_at is null"
                        + " and i.kind = 'INVOICE' and i.status = 'ISSUED' and i.open_amount > 0 and not i.dunning_stopped"
                        + " and " + Invoice.NEXT_DUE + " between platform.today() and platform.today() + ?1"
                        + " and i.announced_for is distinct from " + Invoice.NEXT_DUE + " order by i.id")
                .setParameter(1, days)
                .getResultList();
        return ids.stream().map(UUID::fromString).toList();
    }

    private void announce(Invoice invoice, LocalDate due) {
        invoice.announced(due);
        Locale language = invoice.language().locale();
        String number = invoice.number().orElse("");
        letters.send(
                invoice.contact(),
                invoice.account().orElseThrow(),
                wording.text(language, "billing.mail.upcoming.subject").replace("{number}", number),
                wording.text(language, "billing.mail.upcoming.text")
                        .replace("{number}", number)
                        .replace(
                                "{customer}", letters.customer(invoice.account().orElseThrow()))
                        .replace("{open}", InvoiceLetters.told(invoice.open()))
                        .replace("{due}", due.toString()));
    }
}
