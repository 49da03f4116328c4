package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;

/** Takes an invoice back whole by a credit note that is issued at once and says why (S-INV-03, S-INV-06). */
@ApplicationScoped
class CancelInvoice implements Verb<Invoice, CancelInvoice.Reason> {

    /** Why; it stands on the credit note. */
    record Reason(
            @Field(required = true, format = Field.Format.MULTILINE, max = 2000)
            String reason) {}

    @Inject
    CreditInvoice credit;

    @Inject
    IssueInvoice issue;

    @Inject
    Records records;

    @Override
    public String name() {
        return "cancel";
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return credit.offered(invoice) && !invoice.isCreditedInPart();
    }

    @Override
    public void perform(Invoice invoice, Reason why) {
        Invoice note = credit.draft(invoice);
        invoice.cancel();
        records.change(note, draft -> {
            draft.explain(why.reason());
            issue.perform(draft, new IssueInvoice.Day(null, null));
        });
    }
}
