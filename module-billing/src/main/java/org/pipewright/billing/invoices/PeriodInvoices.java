package org.pipewright.billing.invoices;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.pipewright.platform.spi.documents.Discount;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentRecord;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.documents.EInvoiceForm;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.Taxes;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.platform.spi.texts.Wording;

/** Makes drafts of invoices for a period of what is paid for again and again (S-INV-10). */
@ApplicationScoped
public class PeriodInvoices {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Taxes taxes;

    @Inject
    Wording wording;

    /**
     * What is charged.
     *
     * @param agreed the document that says what a whole period costs
     * @param lines of it
     * @param period for which
     * @param terms what else stands on the invoice
     */
    public record Charge(DocumentRecord agreed, List<? extends DocumentLine> lines, Period period, Terms terms) {

        public Charge {
            lines = List.copyOf(lines);
        }

        private UUID account() {
            return agreed.account().orElseThrow();
        }
    }

    /**
     * The days it is for, of which there is one invoice.
     *
     * @param days how many there are
     * @param whole how many days a whole period has
     * @param share the part of it that is charged
     */
    public record Period(LocalDate from, LocalDate to, long days, long whole, BigDecimal share) {

        boolean isWhole() {
            return days == whole;
        }
    }

    /**
     * What else stands on the invoice; what is null is as usual.
     *
     * @param subject what it is about
     * @param atOnce whether it is issued without anybody looking at it
     */
    public record Terms(
            String subject,
            UUID contact,
            UUID term,
            String buyerReference,
            String orderReference,
            Language language,
            EInvoiceForm eInvoice,
            boolean atOnce) {}

    /** What the invoice is going to come to. */
    public DocumentSums sums(Charge charge) {
        return draft(charge).sums(lines(null, charge));
    }

    /** Makes the draft; a second one for the same days is refused by the database. */
    public UUID make(Charge charge) {
        Invoice invoice = records.create(draft(charge));
        parts.add(lines(invoice.id(), charge));
        return invoice.id();
    }

    private Invoice draft(Charge charge) {
        Discount agreed = charge.agreed().discount();
        BigDecimal amount = Money.rounded(
                        agreed.amount().multiply(charge.period().share()),
                        charge.agreed().currency())
                .amount();
        return Invoice.of(
                charge.agreed(),
                charge.account(),
                new Discount(agreed.percent(), amount),
                charge.period(),
                charge.terms(),
                words(charge.period(), charge.terms().language().locale()));
    }

    private String words(Period period, Locale language) {
        DateTimeFormatter days =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(language);
        return wording.text(language, period.isWhole() ? "billing.period.whole" : "billing.period.part")
                .replace("{from}", days.format(period.from()))
                .replace("{to}", days.format(period.to()))
                .replace("{days}", String.valueOf(period.days()))
                .replace("{whole}", String.valueOf(period.whole()));
    }

    private List<InvoiceLine> lines(UUID invoice, Charge charge) {
        return IntStream.range(0, charge.lines().size())
                .mapToObj(i -> line(invoice, charge, charge.lines().get(i), i + 1))
                .toList();
    }

    private InvoiceLine line(UUID invoice, Charge charge, DocumentLine agreed, int position) {
        Tax tax = agreed.taxCode()
                .flatMap(code -> taxes.of(code, charge.period().to()))
                .orElse(agreed.tax());
        InvoiceLine line = new InvoiceLine(invoice, agreed, tax, position);
        if (!charge.period().isWhole()) {
            line.prorate(charge.period().share(), charge.agreed().reckoning());
        }
        return line;
    }
}
