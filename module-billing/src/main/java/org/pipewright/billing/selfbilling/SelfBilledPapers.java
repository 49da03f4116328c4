package org.pipewright.billing.selfbilling;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.EInvoiceRules;
import org.pipewright.billing.einvoices.Syntax;
import org.pipewright.billing.sheets.IssuedPapers;
import org.pipewright.billing.sheets.IssuedPapers.Issued;
import org.pipewright.billing.sheets.PaperRows;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.papers.Papers;

/** Draws self-billed invoices: a letter to the supplier that calls itself one, with the numbers of both for the tax. */
@ApplicationScoped
class SelfBilledPapers {

    @Inject
    Papers papers;

    @Inject
    IssuedPapers issued;

    @Inject
    PaperRows rows;

    /** Keeps PDF and e-invoice; refuses one that breaks the rules it is to obey. */
    void keep(SelfBilledSheet sheet) {
        SelfBilledInvoice invoice = sheet.invoice();
        invoice.keptAs(issued.keep(new Issued(
                SelfBilledPaper.KEY,
                invoice.id(),
                invoice.number().orElseThrow(),
                heading(invoice),
                invoice.language().locale(),
                values(sheet),
                EInvoiceRules.of(invoice.eInvoice()).map(EInvoiceRules::selfBilled),
                Syntax.of(invoice.eInvoice()),
                Map.of(),
                sheet.eInvoice(),
                sheet.unitsWithoutCode())));
    }

    /** What it is, with its number. */
    String heading(SelfBilledInvoice invoice) {
        String title = invoice.isCreditNote() ? "self-billed-credit-note" : "self-billed";
        return text(invoice, title) + " " + invoice.number().orElseThrow();
    }

    /** A text of papers in the language of the invoice. */
    String text(SelfBilledInvoice invoice, String key) {
        return rows.text(invoice.language().locale(), key);
    }

    /** What the supplier gets of it: the PDF, and the e-invoice where that is a file of its own (S-EINV-03). */
    List<Attachment> attachments(SelfBilledInvoice invoice) {
        String number = invoice.number().orElseThrow();
        Optional<Attachment> pdf = invoice.paper()
                .map(papers::content)
                .map(content -> new Attachment(number + ".pdf", "application/pdf", content));
        Optional<Attachment> xml = invoice.eInvoiceFile()
                .map(papers::content)
                .map(content -> new Attachment(number + ".xml", "application/xml", content));
        return Stream.concat(pdf.stream(), xml.stream()).toList();
    }

    private Map<String, Object> values(SelfBilledSheet sheet) {
        SelfBilledInvoice invoice = sheet.invoice();
        Locale language = invoice.language().locale();
        Map<String, Object> values = new HashMap<>();
        values.put("recipient", sheet.recipient());
        values.put("facts", facts(sheet, language));
        values.putAll(rows.lines(sheet.lines(), language));
        values.put("sums", rows.sums(sheet.sums(), invoice.currency(), language));
        values.put("notes", notes(sheet, language));
        return values;
    }

    private List<Map<String, Object>> facts(SelfBilledSheet sheet, Locale language) {
        SelfBilledInvoice invoice = sheet.invoice();
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(rows.told(language, "date", "value", invoice.issuedOn()));
        invoice.deliveredOn().ifPresent(day -> facts.add(rows.told(language, "delivered", "value", day)));
        if (!invoice.isCreditNote()) {
            facts.add(rows.told(language, "due", "value", invoice.dueOn()));
        }
        sheet.preceding()
                .flatMap(SelfBilledInvoice::number)
                .ifPresent(number -> facts.add(rows.told(language, "for-self-billed", "value", number)));
        facts.add(
                rows.told(language, "your-tax-number", "value", sheet.supplier().taxNumber()));
        filled(sheet.imprint().taxNumber())
                .ifPresent(number -> facts.add(rows.told(language, "our-tax-number", "value", number)));
        filled(invoice.buyerReference())
                .ifPresent(text -> facts.add(rows.told(language, "our-reference", "value", text)));
        filled(invoice.orderReference()).ifPresent(text -> facts.add(rows.told(language, "our-order", "value", text)));
        return facts;
    }

    private List<String> notes(SelfBilledSheet sheet, Locale language) {
        List<String> notes = new ArrayList<>();
        notes.add(rows.text(language, "self-billed-note"));
        sheet.sums().taxes().rows().forEach(row -> row.tax().exemption().ifPresent(notes::add));
        if (!sheet.invoice().isCreditNote()) {
            filled(sheet.terms()).ifPresent(terms -> notes.add(rows.text(language, "terms") + ": " + terms));
            filled(sheet.agreement().iban())
                    .ifPresent(iban -> notes.add(rows.text(language, "we-pay-to") + " IBAN " + iban + " "
                            + sheet.agreement().bic()));
        }
        filled(sheet.invoice().note()).ifPresent(notes::add);
        return notes;
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(told -> !told.isBlank());
    }
}
