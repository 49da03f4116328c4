package org.pipewright.billing.invoices;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.pipewright.billing.terms.DueDates.Share;
import org.pipewright.platform.spi.money.LargestRemainder;
import org.pipewright.platform.spi.money.Money;

/** Splits what an invoice comes to, to the cent (S-INV-07). */
final class Instalments {

    private static final int PERCENT = 2;

    private Instalments() {}

    static List<Instalment> of(Invoice invoice, List<Share> shares) {
        List<Money> amounts =
                split(invoice.payable(), shares.stream().map(Share::percent).toList());
        return IntStream.range(0, shares.size())
                .mapToObj(i -> new Instalment(
                        invoice.id(), i + 1, shares.get(i).name(), shares.get(i).on(), amounts.get(i)))
                .toList();
    }

    /** Amounts of those percentages, which come to a hundred; they come to the whole. */
    static List<Money> split(Money whole, List<BigDecimal> percentages) {
        List<BigDecimal> exact = percentages.stream()
                .map(percent -> whole.amount().multiply(percent).movePointLeft(PERCENT))
                .toList();
        Money rounded = Money.rounded(whole.amount(), whole.currency());
        return LargestRemainder.round(exact, rounded.amount(), rounded.amount().scale()).stream()
                .map(amount -> Money.of(amount, whole.currency()))
                .toList();
    }
}
