package org.pipewright.billing.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.pipewright.billing.einvoices.UnitCodes;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;

/** Lines and sums of a document as e-invoices tell them; there is no other reckoning than that of the document. */
public record Figures(List<? extends DocumentLine> lines, DocumentSums sums, Reckoning reckoning) {

    /** Digits of a price that is reckoned back from what the line comes to. */
    private static final int DIGITS = 8;

    /** Refuses lines of which no invoice can be made. */
    public static void requireComplete(List<? extends DocumentLine> lines) {
        if (lines.isEmpty()) {
            throw Refusal.of(BillingErrorCode.NO_LINES);
        }
        List<FieldError> unexplained = lines.stream()
                .filter(DocumentLine::lacksExemption)
                .map(line -> new FieldError(
                        "items[" + (line.position() - 1) + "].exemption", "required", "billing.violation.exemption"))
                .toList();
        if (!unexplained.isEmpty()) {
            throw new Refusal(BillingErrorCode.E_INVOICE, Map.of(), unexplained);
        }
    }

    /** BG-25. */
    public List<Line> told() {
        return IntStream.range(0, lines.size()).mapToObj(this::line).toList();
    }

    /** BG-20. */
    public List<Allowance> allowances(String reason) {
        return sums.taxes().rows().stream()
                .filter(row -> row.discount().signum() != 0)
                .map(row -> new Allowance(row.discount(), reason, rate(row.tax())))
                .toList();
    }

    /** BG-23. */
    public List<EInvoice.Tax> taxes() {
        return sums.taxes().rows().stream()
                .map(row -> new EInvoice.Tax(
                        rate(row.tax()),
                        row.base(),
                        row.amount(),
                        row.tax().exemption().orElse("")))
                .toList();
    }

    /** BG-22. */
    public Totals totals() {
        return new Totals(
                sums.lines(),
                sums.discount(),
                sums.net(),
                sums.tax(),
                sums.total(),
                BigDecimal.ZERO,
                sums.rounding(),
                sums.payable());
    }

    /** Whether something of it is delivered from one country of the Union to another. */
    public boolean isInsideTheUnion() {
        return lines.stream().anyMatch(line -> line.tax().category() == TaxCategory.K);
    }

    /** Where prices are without tax, the line says price and discount; else the price is what one comes to. */
    private Line line(int index) {
        DocumentLine line = lines.get(index);
        BigDecimal net = sums.items().get(index);
        BigDecimal quantity = line.quantity();
        boolean plain = reckoning.prices() == PriceBasis.NET;
        BigDecimal price = plain ? line.unitPrice().orElse(BigDecimal.ZERO) : withoutTax(line, net);
        BigDecimal whole =
                Money.rounded(quantity.multiply(price), reckoning.currency()).amount();
        return new Line(
                line.description().orElse(""),
                line.details().orElse(""),
                quantity,
                line.unit().map(UnitCodes::of).orElse(UnitCodes.PIECE),
                price.stripTrailingZeros(),
                plain ? whole.subtract(net) : BigDecimal.ZERO,
                net,
                rate(line.tax()));
    }

    /** What one costs: by what all come to, or by its price where there is none of it. */
    private static BigDecimal withoutTax(DocumentLine line, BigDecimal net) {
        return line.quantity().signum() == 0
                ? line.unitPrice()
                        .orElse(BigDecimal.ZERO)
                        .divide(BigDecimal.ONE.add(line.tax().share()), DIGITS, RoundingMode.HALF_UP)
                : net.divide(line.quantity(), DIGITS, RoundingMode.HALF_UP);
    }

    private static Rate rate(Tax tax) {
        return new Rate(
                tax.category().name(), tax.category() == TaxCategory.O ? Optional.empty() : Optional.of(tax.rate()));
    }
}
