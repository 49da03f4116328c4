package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.invoices.InvoicePaper;
import org.pipewright.platform.spi.papers.PaperKind;
import org.pipewright.platform.spi.texts.Wording;

/** A self-billed invoice as suppliers get it. */
@ApplicationScoped
class SelfBilledPaper implements PaperKind {

    static final String KEY = SelfBilledInvoice.NAME;

    @Inject
    InvoicePaper invoice;

    @Inject
    Wording wording;

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String feature() {
        return BillingModule.SELF_BILLING;
    }

    /** That of an invoice, which says what it is. */
    @Override
    public Map<String, Object> example(Locale language) {
        Map<String, Object> example = new HashMap<>(invoice.example(language));
        example.put("title", wording.text(language, "billing.paper.self-billed") + " SB-2025-7");
        example.put("notes", List.of(wording.text(language, "billing.paper.self-billed-note")));
        return example;
    }
}
