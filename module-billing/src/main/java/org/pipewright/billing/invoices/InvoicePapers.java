package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.einvoices.BrokenRules;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoiceRules;
import org.pipewright.billing.einvoices.EInvoices;
import org.pipewright.billing.einvoices.FacturX;
import org.pipewright.billing.einvoices.Finding;
import org.pipewright.billing.einvoices.Syntax;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.papers.Enclosure;
import org.pipewright.platform.spi.papers.Papers;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.taxes.TaxRow;
import org.pipewright.platform.spi.texts.Wording;

/** Draws invoices, writes the e-invoices that go with them, and keeps both (S-INV-04, S-EINV-02). */
@ApplicationScoped
class InvoicePapers {

    private static final String TYPE = "billing.invoice";

    @Inject
    Papers papers;

    @Inject
    EInvoices eInvoices;

    @Inject
    BrokenRules brokenRules;

    @Inject
    Wording wording;

    @Inject
    Sheets sheets;

    @Inject
    Parts parts;

    /** Keeps PDF and e-invoice with the invoice; refuses one that breaks the rules it is to obey. */
    void keep(Sheet sheet) {
        Invoice invoice = sheet.invoice();
        Optional<EInvoiceRules> rules = invoice.eInvoice().rules();
        Map<Syntax, byte[]> written =
                rules.map(wanted -> written(sheet.eInvoice(), wanted)).orElse(Map.of());
        List<Enclosure> enclosures = rules.filter(wanted -> written.containsKey(Syntax.CII))
                .map(wanted -> FacturX.enclosure(written.get(Syntax.CII), wanted))
                .map(List::of)
                .orElse(List.of());
        String number = invoice.number().orElseThrow();
        Locale language = invoice.language().locale();
        byte[] pdf = papers.drawn(InvoicePaper.KEY, language, heading(invoice), values(sheet), enclosures);
        invoice.keptAs(papers.keep(TYPE, invoice.id(), file(invoice), pdf));
        Optional.ofNullable(written.get(Syntax.UBL))
                .ifPresent(xml -> papers.keep(TYPE, invoice.id(), number + ".xml", xml));
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

    /** What is on the paper of an issued invoice. */
    Map<String, Object> values(Invoice invoice) {
        return values(sheets.of(invoice, "", parts.of(Instalment.class, invoice.id())));
    }

    /** A text of papers in the language of the invoice. */
    String text(Invoice invoice, String key) {
        return text(invoice.language().locale(), key);
    }

    private Map<Syntax, byte[]> written(EInvoice invoice, EInvoiceRules rules) {
        Map<Syntax, byte[]> written = new HashMap<>();
        List<Finding> findings = new ArrayList<>();
        for (Syntax syntax : Syntax.values()) {
            EInvoices.Written one = eInvoices.written(invoice, syntax, rules);
            written.put(syntax, one.xml());
            findings.addAll(one.findings());
        }
        if (!findings.isEmpty()) {
            throw new Refusal(BillingErrorCode.E_INVOICE, Map.of(), brokenRules.errors(findings));
        }
        return written;
    }

    private Map<String, Object> values(Sheet sheet) {
        Invoice invoice = sheet.invoice();
        Locale language = invoice.language().locale();
        Map<String, Object> values = new HashMap<>();
        values.put("recipient", sheet.recipient());
        values.put("facts", facts(sheet, language));
        values.put("lines", sheet.lines().stream().map(line -> line(line)).toList());
        values.put(
                "discounts",
                sheet.lines().stream().anyMatch(line -> line.takenOff().isPresent()));
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
        facts.add(told(language, "date", "value", invoice.issuedOn()));
        invoice.deliveredOn().ifPresent(day -> facts.add(told(language, "delivered", "value", day)));
        if (!invoice.isCreditNote()) {
            facts.add(told(language, "due", "value", invoice.dueOn()));
        }
        sheet.preceding()
                .flatMap(Invoice::number)
                .ifPresent(number -> facts.add(told(language, "for", "value", number)));
        filled(invoice.buyerReference()).ifPresent(text -> facts.add(told(language, "buyer-reference", "value", text)));
        filled(invoice.orderReference()).ifPresent(text -> facts.add(told(language, "order-reference", "value", text)));
        return facts;
    }

    private static Map<String, Object> line(InvoiceLine line) {
        Map<String, Object> values = new HashMap<>();
        values.put("position", line.position());
        values.put("name", line.description().orElse(""));
        line.details().ifPresent(details -> values.put("details", details));
        values.put("quantity", line.quantity().stripTrailingZeros());
        line.unit().ifPresent(unit -> values.put("unit", unit));
        values.put(
                "unitPrice",
                Money.of(line.unitPrice().orElse(BigDecimal.ZERO), line.amount().currency()));
        line.takenOff().ifPresent(off -> values.put("discount", off.stripTrailingZeros()));
        values.put("tax", line.tax().rate().toPlainString() + " %");
        values.put("net", line.amount());
        return values;
    }

    private List<Map<String, Object>> sums(Sheet sheet, Locale language) {
        DocumentSums sums = sheet.sums();
        String currency = sheet.invoice().currency();
        List<Map<String, Object>> rows = new ArrayList<>();
        if (sums.discount().signum() != 0) {
            rows.add(told(language, "lines", "amount", Money.of(sums.lines(), currency)));
            rows.add(told(
                    language, "discount", "amount", Money.of(sums.discount().negate(), currency)));
        }
        rows.add(told(language, "net", "amount", Money.of(sums.net(), currency)));
        sums.taxes().rows().forEach(row -> rows.add(tax(row, currency, language)));
        if (sums.rounding().signum() != 0) {
            rows.add(told(language, "rounding", "amount", Money.of(sums.rounding(), currency)));
        }
        Map<String, Object> total =
                new HashMap<>(told(language, "total", "amount", Money.of(sums.payable(), currency)));
        total.put("strong", true);
        rows.add(total);
        sheet.instalments().forEach(instalment -> rows.add(instalment(instalment, language)));
        return rows;
    }

    private Map<String, Object> instalment(Instalment instalment, Locale language) {
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        String label = wording.text(language, "billing.paper.instalment")
                .replace("{name}", instalment.name())
                .replace("{day}", days.format(instalment.dueOn()));
        return Map.of("label", label, "amount", instalment.amount());
    }

    private Map<String, Object> tax(TaxRow row, String currency, Locale language) {
        Money base = Money.of(row.base(), currency);
        String label = wording.text(language, "billing.paper.tax-row")
                .replace("{rate}", row.tax().rate().toPlainString())
                .replace("{base}", base.amount().toPlainString() + " " + currency);
        return Map.of("label", label, "amount", Money.of(row.amount(), currency));
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

    private Map<String, Object> told(Locale language, String key, String name, Object value) {
        return Map.of("label", text(language, key), name, value);
    }

    private String text(Locale language, String key) {
        return wording.text(language, "billing.paper." + key);
    }

    private static Optional<String> filled(String text) {
        return Optional.of(text).filter(told -> !told.isBlank());
    }
}
