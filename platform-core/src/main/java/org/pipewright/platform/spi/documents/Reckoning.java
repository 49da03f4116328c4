package org.pipewright.platform.spi.documents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.spi.money.LargestRemainder;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;
import org.pipewright.platform.spi.taxes.TaxBreakdown;
import org.pipewright.platform.spi.taxes.TaxRow;

/**
 * How the sums of a document are reckoned; always half up and to the decimals of the currency.
 *
 * <ol>
 *   <li>Amount of a line: quantity by unit price less the line's discount, rounded.
 *   <li>The document's discount is spread over the lines by their amounts; the parts add up to it.
 *   <li>Net prices: base of a category and rate is the sum of its lines; tax is the rate of it, rounded once, or the sum
 *       of the taxes of its lines, each rounded ({@link TaxRounding}).
 *   <li>Prices with tax: base is what remains of the sum when tax is taken out, rounded; tax is the rate of the base.
 *       What the two lack to the sum stands in the rounding, so that exactly the prices are paid (S-TAX-05). Rounded by
 *       line nothing is left over.
 * </ol>
 *
 * @param currency ISO 4217 code
 * @param prices whether they include tax
 * @param rounding of tax
 */
public record Reckoning(String currency, PriceBasis prices, TaxRounding rounding) {

    private static final int PERCENT = 2;
    private static final int EXACT = 20;

    /** Amount of an item on the basis of the prices, rounded. */
    public BigDecimal amountOf(DocumentItem item) {
        BigDecimal share = BigDecimal.ONE.subtract(item.discount().movePointLeft(PERCENT));
        return rounded(item.quantity().multiply(item.unitPrice()).multiply(share));
    }

    /** What all items with the discount come to. A discount on nothing is nothing. */
    public DocumentSums sums(List<DocumentItem> items, Discount discount) {
        List<DocumentItem> counted =
                items.stream().filter(DocumentItem::counted).toList();
        List<BigDecimal> amounts = counted.stream().map(this::amountOf).toList();
        List<BigDecimal> parts = spread(amounts, discount);
        List<Group> groups = counted.stream()
                .map(DocumentItem::tax)
                .reduce(List.<Tax>of(), Reckoning::withRow, (one, other) -> one)
                .stream()
                .map(tax -> group(tax, counted, amounts, parts))
                .toList();
        return sums(groups, nets(items, groups), sum(minus(amounts, parts)));
    }

    private DocumentSums sums(List<Group> groups, List<BigDecimal> nets, BigDecimal paid) {
        List<TaxRow> rows = groups.stream().map(Group::row).toList();
        BigDecimal net = sum(rows.stream().map(TaxRow::base));
        BigDecimal tax = sum(rows.stream().map(TaxRow::amount));
        BigDecimal discount = sum(rows.stream().map(TaxRow::discount));
        BigDecimal total = net.add(tax);
        BigDecimal payable = prices == PriceBasis.GROSS ? paid : total;
        return new DocumentSums(
                net.add(discount),
                discount,
                net,
                tax,
                total,
                payable.subtract(total),
                payable,
                TaxBreakdown.of(rows),
                nets);
    }

    /** The parts of the discount that fall on each amount. */
    private List<BigDecimal> spread(List<BigDecimal> amounts, Discount discount) {
        BigDecimal all = sum(amounts);
        if (all.signum() == 0) {
            return amounts.stream().map(amount -> BigDecimal.ZERO).toList();
        }
        BigDecimal off =
                rounded(all.multiply(discount.percent().movePointLeft(PERCENT))).add(rounded(discount.amount()));
        return LargestRemainder.round(
                amounts.stream()
                        .map(amount -> off.multiply(amount).divide(all, EXACT, RoundingMode.HALF_UP))
                        .toList(),
                off,
                decimals());
    }

    /** Each tax once by category and rate; the reasons of one row are all told. */
    private static List<Tax> withRow(List<Tax> rows, Tax tax) {
        return rows.stream().noneMatch(tax::sameRow)
                ? Stream.concat(rows.stream(), Stream.of(tax)).toList()
                : rows.stream()
                        .map(row -> row.sameRow(tax) ? row.with(tax.exemption()) : row)
                        .toList();
    }

    /**
     * The items of one category and rate.
     *
     * @param row of the breakdown
     * @param nets net amount of each item before the document's discount
     */
    private record Group(TaxRow row, List<BigDecimal> nets) {}

    private Group group(Tax tax, List<DocumentItem> items, List<BigDecimal> amounts, List<BigDecimal> parts) {
        int[] of = IntStream.range(0, items.size())
                .filter(i -> items.get(i).tax().sameRow(tax))
                .toArray();
        List<BigDecimal> before = IntStream.of(of).mapToObj(amounts::get).toList();
        List<BigDecimal> after =
                minus(before, IntStream.of(of).mapToObj(parts::get).toList());
        List<BigDecimal> nets = nets(tax, before);
        BigDecimal base = sum(nets(tax, after));
        BigDecimal amount = rounding == TaxRounding.LINE
                ? sum(after.stream().map(each -> taxOf(tax, each)))
                : rounded(base.multiply(tax.share()));
        return new Group(new TaxRow(tax, base, amount, sum(nets).subtract(base)), nets);
    }

    /** Tax of one amount by itself. */
    private BigDecimal taxOf(Tax tax, BigDecimal amount) {
        return prices == PriceBasis.NET
                ? rounded(amount.multiply(tax.share()))
                : amount.subtract(rounded(without(tax, amount)));
    }

    /** The amounts without tax. */
    private List<BigDecimal> nets(Tax tax, List<BigDecimal> amounts) {
        if (prices == PriceBasis.NET) {
            return amounts;
        }
        List<BigDecimal> exact =
                amounts.stream().map(amount -> without(tax, amount)).toList();
        return rounding == TaxRounding.LINE
                ? exact.stream().map(this::rounded).toList()
                : LargestRemainder.round(exact, rounded(without(tax, sum(amounts))), decimals());
    }

    /** Net amounts in the order of the items. Those that do not count are reckoned by themselves. */
    private List<BigDecimal> nets(List<DocumentItem> items, List<Group> groups) {
        var left = groups.stream().map(group -> group.nets().iterator()).toList();
        return items.stream()
                .map(item -> item.counted()
                        ? left.get(indexOf(item.tax(), groups)).next()
                        : nets(item.tax(), List.of(amountOf(item))).get(0))
                .toList();
    }

    private static int indexOf(Tax tax, List<Group> groups) {
        return IntStream.range(0, groups.size())
                .filter(i -> groups.get(i).row().tax().sameRow(tax))
                .findFirst()
                .orElseThrow();
    }

    private static BigDecimal without(Tax tax, BigDecimal amount) {
        return amount.divide(BigDecimal.ONE.add(tax.share()), EXACT, RoundingMode.HALF_UP);
    }

    private static List<BigDecimal> minus(List<BigDecimal> amounts, List<BigDecimal> parts) {
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> amounts.get(i).subtract(parts.get(i)))
                .toList();
    }

    private BigDecimal sum(List<BigDecimal> amounts) {
        return sum(amounts.stream());
    }

    private BigDecimal sum(Stream<BigDecimal> amounts) {
        return rounded(amounts.reduce(BigDecimal.ZERO, BigDecimal::add));
    }

    private BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(decimals(), RoundingMode.HALF_UP);
    }

    private int decimals() {
        return Money.decimals(currency);
    }
}
