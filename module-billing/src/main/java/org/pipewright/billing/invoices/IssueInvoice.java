package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.invoices.IssueInvoice.Day;
import org.pipewright.billing.sheets.IssueDays;
import org.pipewright.billing.terms.DueDates;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.events.Events;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.ProposingVerb;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Issues a draft: it takes its number and date, everything on it is copied, and paper and e-invoice are kept. Undone, none
 * of it has happened, and the number is free for the next one (S-INV-04, S-NUM-02).
 */
@ApplicationScoped
class IssueInvoice implements ProposingVerb<Invoice, Day> {

    private static final String EVENT = "billing.invoice-issued.v1";

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
    IssueDays days;

    @Inject
    InvoiceRules rules;

    @Inject
    Sheets sheets;

    @Inject
    InvoicePapers papers;

    @Inject
    Parts parts;

    @Inject
    Records records;

    @Inject
    Events events;

    @Override
    public String name() {
        return "issue";
    }

    @Override
    public boolean leading() {
        return true;
    }

    @Override
    public boolean offered(Invoice invoice) {
        return invoice.isDraft();
    }

    @Override
    public Optional<Refusal> objection(Invoice invoice) {
        return Optional.of(Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse("")));
    }

    @Override
    public Day proposed(Invoice invoice) {
        return new Day(tenant.today(), null);
    }

    @Override
    public void perform(Invoice invoice, Day chosen) {
        LocalDate day = days.day(chosen.on());
        if (!invoice.isCreditNote()) {
            rules.rate(invoice, invoice.taxDay().orElse(day));
        }
        DueDates.Due due = due(invoice, day);
        invoice.dated(day, due.on());
        sheets.of(invoice, due.name(), List.of());
        takeBack(invoice);
        String series = invoice.isCreditNote() ? BillingModule.CREDIT_NOTES : BillingModule.INVOICES;
        invoice.numbered(days.number(series, day, Boolean.TRUE.equals(chosen.anyway())));
        List<Instalment> instalments = instalments(invoice, due);
        Sheet sheet = sheets.of(invoice, due.name(), instalments);
        invoice.issued(String.join("\n", sheet.sender()), String.join("\n", sheet.recipient()));
        papers.keep(sheet);
        parts.add(instalments);
        parts.add(sheet.taxes());
        tell(invoice);
    }

    /** Whoever follows invoices learns of it once it stands, and never of one that was not issued after all. */
    private void tell(Invoice invoice) {
        Money payable = Money.rounded(invoice.payable().amount(), invoice.currency());
        events.publish(
                EVENT,
                invoice.id(),
                Json.createObjectBuilder()
                        .add("invoice", invoice.id().toString())
                        .add("kind", invoice.isCreditNote() ? "CREDIT_NOTE" : "INVOICE")
                        .add("number", invoice.number().orElseThrow())
                        .add("account", invoice.account().orElseThrow().toString())
                        .add("issuedOn", invoice.issuedOn().toString())
                        .add("dueOn", invoice.dueOn().toString())
                        .add("payable", payable.amount().toPlainString())
                        .add("currency", payable.currency())
                        .build());
    }

    /** By the days that were agreed on, or else by the payment term. */
    private DueDates.Due due(Invoice invoice, LocalDate day) {
        return invoice.paymentDays()
                .map(days -> DueDates.after(days, day, papers.within(invoice, days)))
                .orElseGet(() -> dueDates.of(invoice.term(), day));
    }

    /** Nothing is asked for with a credit note. */
    private static List<Instalment> instalments(Invoice invoice, DueDates.Due due) {
        return invoice.isCreditNote() ? List.of() : Instalments.of(invoice, due.shares());
    }

    /** A credit note takes from its invoice, which never comes to less than nothing (S-INV-06). */
    private void takeBack(Invoice note) {
        note.credited().flatMap(id -> records.withId(Invoice.class, id)).ifPresent(invoice -> {
            if (note.payable().amount().compareTo(invoice.creditable()) > 0) {
                throw Refusal.of(BillingErrorCode.OVER_CREDIT, invoice.number().orElse(""));
            }
            note.ratedLike(invoice);
            records.change(invoice, changed -> changed.credit(note.payable().amount()));
        });
    }
}
