package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.selfbilling.IssueSelfBilled.Day;
import org.pipewright.billing.sheets.IssueDays;
import org.pipewright.billing.terms.DueDates;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Issues a draft in the name of the supplier: it takes a number of the tenant's own series for that, everything on it is
 * copied, and paper and e-invoice are kept. Undone, none of it has happened (S-EINV-06).
 */
@ApplicationScoped
class IssueSelfBilled implements ProposingVerb<SelfBilledInvoice, Day> {

    /**
     * The day it is issued on, today if nobody says another.
     *
     * @param on not later than today
     * @param anyway whether that may be before what was issued last, where the tenant only warns of it (S-NUM-04)
     */
    record Day(@Field LocalDate on, @Field Boolean anyway) {}

    @Inject
    CurrentTenant tenant;

    @Inject
    DueDates dueDates;

    @Inject
    SelfBilledRules rules;

    @Inject
    IssueDays days;

    @Inject
    SelfBilledSheets sheets;

    @Inject
    SelfBilledPapers papers;

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(SelfBilledInvoice invoice) {
        return invoice.isDraft();
    }

    @Override
    public Optional<Refusal> objection(SelfBilledInvoice invoice) {
        return Optional.of(Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse("")));
    }

    @Override
    public Day proposed(SelfBilledInvoice invoice) {
        return new Day(tenant.today(), null);
    }

    @Override
    public void perform(SelfBilledInvoice invoice, Day chosen) {
        LocalDate day = days.day(chosen.on());
        if (!invoice.isCreditNote()) {
            rules.rate(invoice, invoice.taxDay().orElse(day));
        }
        DueDates.Due due = dueDates.of(invoice.term(), day);
        invoice.dated(day, due.on());
        sheets.of(invoice, due.name());
        takeBack(invoice, day);
        String series = invoice.isCreditNote() ? BillingModule.SELF_BILLED_CREDIT_NOTES : BillingModule.SELF_BILLED;
        invoice.numbered(days.number(series, day, Boolean.TRUE.equals(chosen.anyway())));
        SelfBilledSheet sheet = sheets.of(invoice, due.name());
        invoice.issued(
                String.join("\n", sheet.recipient()),
                String.join("\n", sheet.sender()),
                sheet.agreement().id());
        papers.keep(sheet);
        parts.add(sheet.taxes());
    }

    /** A credit note takes from its invoice, which never comes to less than nothing. */
    private void takeBack(SelfBilledInvoice note, LocalDate day) {
        note.credited()
                .flatMap(id -> records.withId(SelfBilledInvoice.class, id))
                .ifPresent(invoice -> {
                    if (note.payable().amount().compareTo(invoice.creditable()) > 0) {
                        throw Refusal.of(
                                BillingErrorCode.OVER_CREDIT, invoice.number().orElse(""));
                    }
                    records.change(invoice, changed -> changed.credit(note, day));
                });
    }
}
