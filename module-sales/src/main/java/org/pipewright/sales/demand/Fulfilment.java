package org.pipewright.sales.demand;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalInt;
import org.pipewright.platform.spi.money.Money;

/**
 * How far demand is met as a whole: lines with an amount by their amount, lines without by their number (section 5 of
 * the specification, S-DEM-06). Where there are both, those with an amount count as many lines as they are.
 *
 * @param lines of one deal
 */
record Fulfilment(List<DemandLine> lines) {

    private static final int DIGITS = 10;

    /** In percent, rounded down so that only what is met wholly shows as such; nothing without lines. */
    OptionalInt percent() {
        if (lines.isEmpty()) {
            return OptionalInt.empty();
        }
        List<DemandLine> priced =
                lines.stream().filter(line -> weight(line).signum() > 0).toList();
        BigDecimal ofPriced = priced.isEmpty()
                ? BigDecimal.ZERO
                : weighted(priced)
                        .multiply(BigDecimal.valueOf(priced.size()))
                        .divide(sum(priced), DIGITS, RoundingMode.HALF_UP);
        BigDecimal ofOthers = BigDecimal.valueOf(lines.stream()
                .filter(line -> !priced.contains(line))
                .mapToInt(DemandLine::fulfilment)
                .sum());
        return OptionalInt.of(ofPriced.add(ofOthers)
                .divide(BigDecimal.valueOf(lines.size()), DIGITS, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact());
    }

    private static BigDecimal weighted(List<DemandLine> priced) {
        return priced.stream()
                .map(line -> weight(line).multiply(BigDecimal.valueOf(line.fulfilment())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<DemandLine> priced) {
        return priced.stream().map(Fulfilment::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Amounts in several currencies compare in the tenant's. */
    private static BigDecimal weight(DemandLine line) {
        return line.amount().flatMap(Money::base).orElse(BigDecimal.ZERO);
    }
}
