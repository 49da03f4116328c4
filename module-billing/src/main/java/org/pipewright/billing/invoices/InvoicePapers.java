package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.billing.einvoices.BrokenRules;
import org.pipewright.billing.einvoices.EInvoiceRules;
import org.pipewright.billing.einvoices.Syntax;
import org.pipewright.billing.sheets.IssuedPapers;
import org.pipewright.billing.sheets.IssuedPapers.Issued;
import org.pipewright.billing.sheets.PaperRows;
import org.pipewright.platform.spi.mail.CustomerMail.Attachment;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.records.Parts;

/** Draws invoices, writes the e-invoices that go with them, and keeps both (S-INV-04, S-EINV-02). */
@ApplicationScoped
class InvoicePapers {

    @Inject
    Papers papers;

    @Inject
    IssuedPapers issued;

    @Inject
    PaperRows rows;

    @Inject
    Sheets sheets;

    @Inject
    Parts parts;

    /** Keeps PDF and e-invoice with the invoice; refuses one that breaks the rules it is to obey. */
    void keep(Sheet sheet) {
        Invoice invoice = sheet.invoice();
        invoice.keptAs(issued.keep(new Issued(
                InvoicePaper.KEY,
                invoice.id(),
                invoice.number().orElseThrow(),
                heading(invoice),
                invoice.language().locale(),
                values(sheet),
                EInvoiceRules.of(invoice.eInvoice()),
                Syntax.of(invoice.eInvoice()),
                invoice.billingAddress().isPresent() ? Map.of(BrokenRules.BUYER_ADDRESS, "billingAddress") : Map.of(),
                sheet.eInvoice(),
                sheet.unitsWithoutCode())));
    }

    /** What it is, with its number. */
    String heading(Invoice invoice) {
        return text(invoice, title(invoice)) + " " + invoice.number().orElseThrow();
    }

    private static String title(Invoice invoice) {
        if (invoice.isCreditNote()) {
            return "credit-note";
        }
        return invoice.isCorrection() ? "corrected" : "title";
    }

    /** Name of its PDF. */
    static String file(Invoice invoice) {
        return invoice.number().orElseThrow() + ".pdf";
    }

    /** Its PDF as it was issued. */
    Optional<byte[]> kept(Invoice invoice) {
        return invoice.paper().map(papers::content);
    }

    /** What the customer gets of it: the PDF, and the e-invoice where that is a file of its own (S-EINV-03). */
    List<Attachment> attachments(Invoice invoice) {
        Optional<Attachment> pdf =
                kept(invoice).map(content -> new Attachment(file(invoice), "application/pdf", content));
        Optional<Attachment> xml = invoice.eInvoiceFile()
                .map(papers::content)
                .map(content -> new Attachment(invoice.number().orElseThrow() + ".xml", "application/xml", content));
        return Stream.concat(pdf.stream(), xml.stream()).toList();
    }

    /** What is on the paper of an issued invoice. */
    Map<String, Object> values(Invoice invoice) {
        return values(sheets.of(invoice, "", parts.of(Instalment.class, invoice.id())));
    }

    /** In its language, within how many days it is to be paid. */
    String within(Invoice invoice, int days) {
        return text(invoice, days == 0 ? "at-once" : days == 1 ? "within-a-day" : "within-days")
                .replace("{days}", Integer.toString(days));
    }

    /** A text of papers in the language of the invoice. */
    String text(Invoice invoice, String key) {
        return text(invoice.language().locale(), key);
    }

    private Map<String, Object> values(Sheet sheet) {
        Invoice invoice = sheet.invoice();
        Locale language = invoice.language().locale();
        Map<String, Object> values = new HashMap<>();
        values.put("recipient", sheet.recipient());
        values.put("facts", facts(sheet, language));
        values.putAll(rows.lines(sheet.lines(), language));
        values.put("sums", sums(sheet, language));
        values.put("notes", notes(sheet, language));
        if (!invoice.isCreditNote()) {
            PaymentCode.text(
                            sheet.imprint(), invoice.payable(), invoice.number().orElse(""))
                    .ifPresent(code -> {
                        values.put("code", PaymentCode.picture(code));
                        values.put("codeLabel", text(language, "code"));
                    });
        }
        return values;
    }

    private List<Map<String, Object>> facts(Sheet sheet, Locale language) {
        Invoice invoice = sheet.invoice();
        List<Map<String, Object>> facts = new ArrayList<>();
        facts.add(rows.told(language, "date", "value", invoice.issuedOn()));
        invoice.deliveredOn().ifPresent(day -> facts.add(rows.told(language, "delivered", "value", day)));
        if (!invoice.isCreditNote()) {
            facts.add(rows.told(language, "due", "value", invoice.dueOn()));
        }
        sheet.preceding()
                .flatMap(Invoice::number)
                .ifPresent(number -> facts.add(rows.told(language, "for", "value", number)));
        filled(invoice.buyerReference())
                .ifPresent(text -> facts.add(rows.told(language, "buyer-reference", "value", text)));
        filled(invoice.orderReference())
                .ifPresent(text -> facts.add(rows.told(language, "order-reference", "value", text)));
        return facts;
    }

    private List<Map<String, Object>> sums(Sheet sheet, Locale language) {
        List<Map<String, Object>> sums =
                new ArrayList<>(rows.sums(sheet.sums(), sheet.invoice().currency(), language));
        sheet.instalments().forEach(instalment -> sums.add(instalment(instalment, language)));
        return sums;
    }

    private Map<String, Object> instalment(Instalment instalment, Locale language) {
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        String label = text(language, "instalment")
                .replace("{name}", instalment.name())
                .replace("{day}", days.format(instalment.dueOn()));
        return Map.of("label", label, "amount", instalment.amount());
    }

    private List<String> notes(Sheet sheet, Locale language) {
        List<String> notes = new ArrayList<>();
        sheet.sums().taxes().rows().forEach(row -> row.tax().exemption().ifPresent(notes::add));
        if (!sheet.invoice().isCreditNote()) {
            filled(sheet.terms()).ifPresent(terms -> notes.add(text(language, "terms") + ": " + terms));
            filled(sheet.imprint().iban())
                    .ifPresent(iban ->
                            notes.add("IBAN " + iban + " " + sheet.imprint().bic()));
        }
        filled(sheet.invoice().note()).ifPresent(notes::add);
        return notes;
    }

    private String text(Locale language, String key) {
        return rows.text(language, key);
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(told -> !told.isBlank());
    }
}
