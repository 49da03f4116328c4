package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.customers.EInvoiceWishes;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.platform.spi.texts.Wording;

/** What is issued stays as it is, on every path; a credit note stays with the supplier and currency of its invoice. */
@ApplicationScoped
class SelfBilledRules extends DocumentRules<SelfBilledInvoice, SelfBilledLine> {

    @Inject
    Imprints imprints;

    @Inject
    Records records;

    @Inject
    EInvoiceWishes wishes;

    @Inject
    TenantSettings choices;

    @Inject
    Wording wording;

    SelfBilledRules() {
        super(SelfBilledLine.class);
    }

    @Override
    public void prepare(SelfBilledInvoice invoice) {
        super.prepare(invoice);
        invoice.fillGaps(
                Language.of(imprints.now().language()),
                () -> Optional.ofNullable(invoice.supplier())
                        .flatMap(supplier -> wishes.of(supplier).form())
                        .orElseGet(() -> EInvoiceForm.valueOf(choices.text(BillingModule.E_INVOICE))));
    }

    @Override
    public void check(SelfBilledInvoice invoice, Change change, Violations violations) {
        super.check(invoice, change, violations);
        boolean locked = !change.fields().isEmpty() && !invoice.isDraft() && !invoice.isMoving();
        if (locked && violations.errors().isEmpty()) {
            throw Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse(""));
        }
        invoice.credited()
                .flatMap(id -> records.withId(SelfBilledInvoice.class, id))
                .ifPresent(credited -> requireAlike(invoice, credited, violations));
    }

    private static void requireAlike(SelfBilledInvoice note, SelfBilledInvoice credited, Violations violations) {
        if (!credited.supplier().equals(note.supplier())) {
            violations.reject("supplier", "account", "billing.violation.other-supplier");
        }
        if (!credited.currency().equals(note.currency())) {
            violations.reject("currency", "currency", "billing.violation.currency");
        }
    }

    @Override
    public void derive(SelfBilledInvoice invoice, Change change) {
        if (invoice.isDraft()) {
            super.derive(invoice, change);
            invoice.named(wording.text(imprints.now().language(), "billing.self-billed-invoice.draft"));
        }
    }

    @Override
    public void requireDeletable(SelfBilledInvoice invoice) {
        if (!invoice.isDraft()) {
            throw Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse(""));
        }
    }
}
