package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.BillingModule;
import org.pipewright.billing.terms.DueDates;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.numbers.Numbers;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.platform.spi.tenants.CurrentTenant;

/**
 * Issues a draft: it takes its number and date, everything on it is copied, and paper and e-invoice are kept. Undone, none
 * of it has happened, and the number is free for the next one (S-INV-04, S-NUM-02).
 */
@ApplicationScoped
class IssueInvoice implements Verb<Invoice, Nothing> {

    @Inject
    CurrentTenant tenant;

    @Inject
    DueDates dueDates;

    @Inject
    Numbers numbers;

    @Inject
    Sheets sheets;

    @Inject
    InvoicePapers papers;

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
    public boolean offered(Invoice invoice) {
        return invoice.isDraft();
    }

    @Override
    public Optional<Refusal> objection(Invoice invoice) {
        return Optional.of(Refusal.of(BillingErrorCode.ISSUED, invoice.number().orElse("")));
    }

    @Override
    public void perform(Invoice invoice, Nothing nothing) {
        LocalDate today = tenant.today();
        DueDates.Due due = dueDates.of(invoice.term(), today);
        invoice.dated(today, due.on());
        sheets.of(invoice, due.name(), List.of());
        takeBack(invoice);
        invoice.numbered(
                numbers.next(invoice.isCreditNote() ? BillingModule.CREDIT_NOTES : BillingModule.INVOICES, today));
        List<Instalment> instalments = instalments(invoice, due);
        Sheet sheet = sheets.of(invoice, due.name(), instalments);
        invoice.issued(String.join("\n", sheet.sender()), String.join("\n", sheet.recipient()));
        papers.keep(sheet);
        parts.add(instalments);
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
            records.change(invoice, changed -> changed.credit(note.payable().amount()));
        });
    }
}
