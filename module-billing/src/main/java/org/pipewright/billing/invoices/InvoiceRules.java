package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.platform.spi.customers.CustomerAddresses;
import org.pipewright.platform.spi.customers.EInvoiceWishes;
import org.pipewright.platform.spi.documents.DocumentRules;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.Imprints;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.platform.spi.texts.Wording;

/** What is issued stays as it is, on every path (S-INV-04). */
@ApplicationScoped
class InvoiceRules extends DocumentRules<Invoice, InvoiceLine> {

    @Inject
    Imprints imprints;

    @Inject
    CustomerAddresses addresses;

    @Inject
    EInvoiceWishes wishes;

    @Inject
    TenantSettings choices;

    @Inject
    Wording wording;

    InvoiceRules() {
        super(InvoiceLine.class);
    }

    @Override
    public void prepare(Invoice invoice) {
        super.prepare(invoice);
        invoice.fillGaps(
                addresses
                        .language(invoice.contact())
                        .orElseGet(() -> Language.of(imprints.now().language())),
                () -> invoice.account()
                        .flatMap(account -> wishes.of(account).form())
                        .orElseGet(() -> EInvoiceForm.valueOf(choices.text(BillingModule.E_INVOICE))));
    }

    @Override
    public void check(Invoice invoice, Change change, Violations violations) {
        super.check(invoice, change, violations);
        if (!change.created() && change.touches("currency") && invoice.isDraft() && invoice.keepsCurrency()) {
            violations.reject("currency", "fixed", "billing.violation.keeps-currency");
        }
        boolean locked = !change.fields().isEmpty() && !invoice.isDraft() && !invoice.isMoving();
        if (locked && violations.errors().isEmpty()) {
            throw Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse(""));
        }
        if (change.created()) {
            invoice.account()
                    .ifPresent(account -> invoice.refer(wishes.of(account).buyerReference()));
        }
    }

    @Override
    public void derive(Invoice invoice, Change change) {
        if (invoice.isDraft()) {
            super.derive(invoice, change);
            invoice.named(wording.text(imprints.now().language(), "billing.invoice.draft"));
        }
    }

    @Override
    public void requireDeletable(Invoice invoice) {
        if (!invoice.isDraft()) {
            throw Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse(""));
        }
    }
}
