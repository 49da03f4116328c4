package org.pipewright.billing.invoices;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.BillableOrder.Item;
import org.pipewright.platform.spi.documents.DocumentItem;
import org.pipewright.platform.spi.documents.InvoicePolicy;
import org.pipewright.platform.spi.documents.Reckoning;
import org.pipewright.platform.spi.money.Money;
import org.pipewright.platform.spi.taxes.Tax;

/** What an order comes to on the basis of its prices, and how much of that invoices say (S-INV-02, S-ORD-09). */
final class OrderWorth {

    private static final int EXACT = 20;
    private static final int PERCENT = 2;

    private final BillableOrder order;
    private final List<Item> items;
    private final BigDecimal all;
    private final BigDecimal off;

    OrderWorth(BillableOrder order) {
        this.order = order;
        this.items = order.items().stream()
                .filter(item -> item.line().item().counted())
                .toList();
        this.all = items.stream()
                .map(item -> amount(item, item.line().quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        this.off = all.signum() == 0
                ? BigDecimal.ZERO
                : rounded(all.multiply(order.document().discount().percent().movePointLeft(PERCENT)))
                        .add(order.document().discount().amount());
    }

    List<Item> items() {
        return items;
    }

    /** What so much of a line comes to, before the discount of the order. */
    BigDecimal amount(Item item, BigDecimal quantity) {
        DocumentItem whole = item.line().item();
        return reckoning().amountOf(new DocumentItem(quantity, whole.unitPrice(), whole.discount(), whole.tax(), true));
    }

    /** All of it, less its discount. */
    BigDecimal whole() {
        return all.subtract(off);
    }

    /** The discount of the order. */
    BigDecimal discount() {
        return off;
    }

    /** The part of its discount on lines that come to so much. */
    BigDecimal discountOn(BigDecimal amount) {
        return all.signum() == 0 ? BigDecimal.ZERO : rounded(divided(off.multiply(amount), all));
    }

    /** All of it by tax, exactly. */
    Map<Tax, BigDecimal> byTax() {
        BigDecimal kept = all.signum() == 0 ? BigDecimal.ONE : divided(whole(), all);
        Map<Tax, BigDecimal> sums = new LinkedHashMap<>();
        Map<Tax, Tax> rows = new LinkedHashMap<>();
        items.forEach(item -> {
            Tax tax = item.line().tax();
            sums.merge(
                    rows.computeIfAbsent(OrderTally.key(tax), key -> tax),
                    amount(item, item.line().quantity()).multiply(kept),
                    BigDecimal::add);
        });
        return sums;
    }

    /** What can still be invoiced, never less than nothing. */
    BigDecimal left(OrderTally tally) {
        return rounded(whole().subtract(tally.value())).max(BigDecimal.ZERO);
    }

    /** Whether invoices ask for more than was ordered, by a line or altogether. */
    boolean isExceeded(OrderTally tally) {
        return items.stream().anyMatch(item -> isExceeded(item, tally))
                || tally.value().subtract(whole()).compareTo(tally.tolerance(decimals())) > 0;
    }

    private static boolean isExceeded(Item item, OrderTally tally) {
        BigDecimal ordered = item.line().quantity();
        BigDecimal invoiced = tally.quantity(item.line().id());
        return invoiced.abs().compareTo(ordered.abs()) > 0 && invoiced.signum() == ordered.signum();
    }

    /** Whether invoices ask for lines that have not gone out, of an order that is invoiced as it does (C10). */
    boolean isAhead(OrderTally tally) {
        return order.terms().policy() == InvoicePolicy.DELIVERY
                && items.stream()
                        .filter(item -> item.line().quantity().signum() > 0)
                        .anyMatch(item -> tally.quantity(item.line().id()).compareTo(item.delivered()) > 0);
    }

    /** Whether nothing is left of it. */
    boolean isCovered(OrderTally tally) {
        return !tally.isEmpty() && whole().subtract(tally.value()).compareTo(tally.tolerance(decimals())) <= 0;
    }

    BigDecimal rounded(BigDecimal exact) {
        return exact.setScale(decimals(), RoundingMode.HALF_UP);
    }

    static BigDecimal divided(BigDecimal amount, BigDecimal by) {
        return amount.divide(by, EXACT, RoundingMode.HALF_UP);
    }

    int decimals() {
        return Money.decimals(order.document().currency());
    }

    private Reckoning reckoning() {
        return order.document().reckoning();
    }
}
