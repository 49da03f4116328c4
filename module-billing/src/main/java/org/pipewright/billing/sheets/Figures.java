package org.pipewright.billing.sheets;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.billing.BillingErrorCode;
import org.pipewright.billing.einvoices.EInvoice;
import org.pipewright.billing.einvoices.EInvoice.Allowance;
import org.pipewright.billing.einvoices.EInvoice.Line;
import org.pipewright.billing.einvoices.EInvoice.Rate;
import org.pipewright.billing.einvoices.EInvoice.Totals;
import org.pipewright.platform.spi.documents.DocumentLine;
import org.pipewright.platform.spi.documents.DocumentSums;
import org.pipewright.platform.spi.documents.PriceBasis;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.money.LargestRemainder;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxCategory;
import org.pipewright.platform.spi.taxes.TaxRow;

/**
 * Lines and sums of a document as e-invoices tell them; there is no other reckoning than that of the document.
 *
 * @param unitCodes codes of the units that have one, by id
 */
public record Figures(
        List<? extends DocumentLine> lines, DocumentSums sums, Reckoning reckoning, Map<UUID, String> unitCodes) {

    /** Digits of a price that is reckoned back from what the line comes to. */
    private static final int DIGITS = 8;

    /** Digits that a share is reckoned with before it is rounded. */
    private static final int EXACT = 20;

    /** Code of what is counted and has no unit, of UN/ECE Recommendation 20. */
    private static final String ONE = "C62";

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

    /** The lines in units that programs do not know (S-EINV-08). */
    public List<FieldError> unitsWithoutCode() {
        return lines.stream()
                .filter(line ->
                        line.unit().filter(unit -> !unitCodes.containsKey(unit)).isPresent())
                .map(line -> new FieldError(
                        "items[" + (line.position() - 1) + "].unit", "unit-code", "billing.violation.unit-code"))
                .toList();
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

    /** The taxes by the codes that lines have them from; of rows with several the cents are divided up (S-TAX-07). */
    public List<TaxShare> taxShares() {
        return sums.taxes().rows().stream().flatMap(this::shares).toList();
    }

    private Stream<TaxShare> shares(TaxRow row) {
        Map<Optional<UUID>, BigDecimal> nets = new LinkedHashMap<>();
        IntStream.range(0, lines.size())
                .filter(i -> lines.get(i).item().counted() && lines.get(i).tax().sameRow(row.tax()))
                .forEach(i -> nets.merge(lines.get(i).taxCode(), sums.items().get(i), BigDecimal::add));
        BigDecimal all = nets.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        List<Optional<UUID>> codes = List.copyOf(nets.keySet());
        if (codes.size() == 1 || all.signum() == 0) {
            return Stream.of(new TaxShare(codes.get(0), row));
        }
        List<BigDecimal> bases = divided(row.base(), nets.values(), all);
        List<BigDecimal> taxes = divided(row.amount(), nets.values(), all);
        List<BigDecimal> discounts = divided(row.discount(), nets.values(), all);
        return IntStream.range(0, codes.size())
                .mapToObj(i -> new TaxShare(
                        codes.get(i), new TaxRow(row.tax(), bases.get(i), taxes.get(i), discounts.get(i))));
    }

    private List<BigDecimal> divided(BigDecimal whole, Collection<BigDecimal> shares, BigDecimal all) {
        return LargestRemainder.round(
                shares.stream()
                        .map(share -> whole.multiply(share).divide(all, EXACT, RoundingMode.HALF_UP))
                        .toList(),
                whole,
                Money.decimals(reckoning.currency()));
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
                line.unit().map(unitCodes::get).orElse(ONE),
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
