package org.pipewright.billing.invoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pipewright.platform.spi.documents.BillableOrder;
import org.pipewright.platform.spi.documents.BillableOrder.Item;
import org.pipewright.platform.spi.documents.Discount;
import org.pipewright.platform.spi.documents.InvoiceShare.Part;
import org.pipewright.platform.spi.money.LargestRemainder;
import org.pipewright.platform.spi.taxes.Tax;

/**
 * The part of an order that goes on one invoice: lines of the order, less what was asked for beforehand, or one amount
 * for each tax (S-INV-02).
 *
 * @param pieces lines of the order with how much of each
 * @param sums amounts by tax beside them; less than zero where they are taken off
 * @param discount of the invoice
 */
record OrderPortion(List<Piece> pieces, Map<Tax, BigDecimal> sums, Discount discount) {

    /** So much of a line. */
    record Piece(Item item, BigDecimal quantity) {}

    /** The last day on which something of it went out, if all of it has: its tax is of that day (S-TAX-01). */
    Optional<LocalDate> deliveredOn(OrderTally before) {
        boolean gone = pieces.stream()
                .allMatch(piece -> before.quantity(piece.item().line().id())
                                .add(piece.quantity())
                                .compareTo(piece.item().delivered())
                        <= 0);
        return gone
                ? pieces.stream()
                        .flatMap(piece -> piece.item().lastDelivery().stream())
                        .max(Comparator.naturalOrder())
                : Optional.empty();
    }

    boolean isNothing() {
        return pieces.isEmpty() && sums.isEmpty();
    }

    /** An amount of the whole order, spread over its taxes. */
    static OrderPortion ofAmount(BillableOrder order, BigDecimal amount) {
        OrderWorth worth = new OrderWorth(order);
        List<Tax> taxes = List.copyOf(worth.byTax().keySet());
        List<BigDecimal> exact = taxes.stream()
                .map(tax -> OrderWorth.divided(worth.byTax().get(tax).multiply(amount), worth.whole()))
                .toList();
        List<BigDecimal> rounded = LargestRemainder.round(exact, amount, worth.decimals());
        Map<Tax, BigDecimal> sums = new LinkedHashMap<>();
        for (int i = 0; i < taxes.size(); i++) {
            if (rounded.get(i).signum() != 0) {
                sums.put(taxes.get(i), rounded.get(i));
            }
        }
        return new OrderPortion(List.of(), sums, Discount.NONE);
    }

    /** What is left of the lines, of all that was ordered or of what was delivered. */
    static OrderPortion ofLines(BillableOrder order, Part part, OrderTally before) {
        OrderWorth worth = new OrderWorth(order);
        List<Piece> pieces = new ArrayList<>();
        worth.items().forEach(item -> {
            BigDecimal ordered = item.line().quantity();
            BigDecimal due =
                    part == Part.REST ? ordered : item.delivered().min(ordered).max(BigDecimal.ZERO);
            BigDecimal left = due.subtract(before.quantity(item.line().id()));
            if (left.signum() != 0 && left.signum() == ordered.signum()) {
                pieces.add(new Piece(item, left));
            }
        });
        BigDecimal off = discount(worth, pieces, before);
        Map<Tax, BigDecimal> taken = takenOff(worth, pieces, off, before);
        boolean all = before.isEmpty()
                && pieces.size() == worth.items().size()
                && pieces.stream()
                        .allMatch(piece ->
                                piece.quantity().compareTo(piece.item().line().quantity()) == 0);
        return new OrderPortion(pieces, taken, all ? order.document().discount() : new Discount(BigDecimal.ZERO, off));
    }

    /** The order's discount falls on its lines one invoice after the other, and is used up with the last. */
    private static BigDecimal discount(OrderWorth worth, List<Piece> pieces, OrderTally before) {
        BigDecimal reached = worth.items().stream()
                .map(item ->
                        worth.amount(item, before.quantity(item.line().id()).add(quantity(item, pieces))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        return worth.discountOn(reached)
                .subtract(worth.rounded(before.discount()))
                .max(BigDecimal.ZERO);
    }

    private static BigDecimal quantity(Item item, List<Piece> pieces) {
        return pieces.stream()
                .filter(piece -> piece.item() == item)
                .map(Piece::quantity)
                .findFirst()
                .orElse(BigDecimal.ZERO);
    }

    /** What was asked for beforehand is taken off, as far as the lines of its tax reach. */
    private static Map<Tax, BigDecimal> takenOff(
            OrderWorth worth, List<Piece> pieces, BigDecimal off, OrderTally before) {
        BigDecimal all = pieces.stream()
                .map(piece -> worth.amount(piece.item(), piece.quantity()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        Map<Tax, BigDecimal> taken = new LinkedHashMap<>();
        for (Tax tax : worth.byTax().keySet()) {
            BigDecimal amount = pieces.stream()
                    .filter(piece -> piece.item().line().tax().sameRow(tax))
                    .map(piece -> worth.amount(piece.item(), piece.quantity()))
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            BigDecimal net =
                    all.signum() == 0 ? amount : amount.subtract(OrderWorth.divided(off.multiply(amount), all));
            BigDecimal back = worth.rounded(before.advance(tax).min(net));
            if (back.signum() > 0) {
                taken.put(tax, back.negate());
            }
        }
        return taken;
    }
}
