package org.pipewright.billing.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.documents.Discount;
import org.pipewright.platform.spi.taxes.Tax;

/**
 * Adds up what invoices and credit notes say of one order, on the basis of its prices and after discounts (S-INV-02).
 * Lines that are of no order line and no advance belong to no order and do not count.
 */
final class OrderTally {

    private static final int EXACT = 20;
    private static final int PERCENT = 2;

    private final Map<UUID, BigDecimal> quantities = new HashMap<>();
    private final Map<Tax, BigDecimal> advances = new HashMap<>();
    private final List<String> advanced = new ArrayList<>();
    private BigDecimal ofLines = BigDecimal.ZERO;
    private BigDecimal discount = BigDecimal.ZERO;
    private BigDecimal total = BigDecimal.ZERO;
    private int roundings;

    /** Counts an invoice in, a credit note out. */
    OrderTally add(Invoice invoice, List<InvoiceLine> lines) {
        BigDecimal sign = invoice.isCreditNote() ? BigDecimal.ONE.negate() : BigDecimal.ONE;
        BigDecimal kept = kept(lines, invoice.discount());
        for (InvoiceLine line : lines) {
            BigDecimal amount = line.amount().amount().multiply(sign);
            line.orderLine().ifPresent(id -> {
                quantities.merge(id, line.quantity().multiply(sign), BigDecimal::add);
                ofLines = ofLines.add(amount);
                discount = discount.add(amount.subtract(amount.multiply(kept)));
            });
            if (line.isAdvance()) {
                advances.merge(key(line.tax()), amount.multiply(kept), BigDecimal::add);
            }
            roundings++;
        }
        if (!invoice.isCreditNote()
                && lines.stream()
                        .anyMatch(line ->
                                line.isAdvance() && line.amount().amount().signum() > 0)) {
            advanced.add(invoice.title());
        }
        if (!invoice.isDraft()) {
            total = total.add(invoice.payable().amount().multiply(sign));
        }
        return this;
    }

    /** What remains of an amount when the discount of its document is taken off. */
    private static BigDecimal kept(List<InvoiceLine> lines, Discount discount) {
        BigDecimal all = lines.stream().map(line -> line.amount().amount()).reduce(BigDecimal.ZERO, BigDecimal::add);
        if (all.signum() == 0) {
            return BigDecimal.ONE;
        }
        BigDecimal off = all.multiply(discount.percent().movePointLeft(PERCENT)).add(discount.amount());
        return BigDecimal.ONE.subtract(off.divide(all, EXACT, RoundingMode.HALF_UP));
    }

    /** Reasons of an exemption are no matter: one row of the breakdown. */
    static Tax key(Tax tax) {
        return Tax.of(tax.category(), tax.rate());
    }

    /** How much of the order's line stands on them. */
    BigDecimal quantity(UUID orderLine) {
        return quantities.getOrDefault(orderLine, BigDecimal.ZERO);
    }

    Map<UUID, BigDecimal> quantities() {
        return quantities;
    }

    /** What was asked for beforehand and not taken off again. */
    BigDecimal advance(Tax tax) {
        return advances.getOrDefault(key(tax), BigDecimal.ZERO);
    }

    /** Titles of the invoices that asked for something beforehand. */
    List<String> advanced() {
        return advanced;
    }

    /** Discount on the lines of the order. */
    BigDecimal discount() {
        return discount;
    }

    /** What all of it comes to. */
    BigDecimal value() {
        return advances.values().stream().reduce(ofLines.subtract(discount), BigDecimal::add);
    }

    /** What customers were asked for by what is issued, with tax. */
    BigDecimal total() {
        return total;
    }

    /** Whether there is anything of the order at all. */
    boolean isEmpty() {
        return roundings == 0;
    }

    /** By how much rounding can have brought the value off. */
    BigDecimal tolerance(int decimals) {
        return BigDecimal.ONE
                .movePointLeft(decimals)
                .multiply(BigDecimal.valueOf(roundings))
                .divide(BigDecimal.valueOf(2), EXACT, RoundingMode.HALF_UP);
    }
}
