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
record Fulfilment(List<Line> lines) {

    private static final int DIGITS = 10;

    /**
     * A line as far as it counts.
     *
     * @param weight its amount in the tenant's currency, in which amounts in several compare; zero without one
     * @param percent how far it is met
     */
    record Line(BigDecimal weight, int percent) {

        private boolean isPriced() {
            return weight.signum() > 0;
        }
    }

    static Fulfilment of(List<DemandLine> lines) {
        return new Fulfilment(lines.stream()
                .map(line -> new Line(line.amount().flatMap(Money::base).orElse(BigDecimal.ZERO), line.fulfilment()))
                .toList());
    }

    /** In percent, rounded down so that only what is met wholly shows as such; nothing without lines. */
    OptionalInt percent() {
        if (lines.isEmpty()) {
            return OptionalInt.empty();
        }
        List<Line> priced = lines.stream().filter(Line::isPriced).toList();
        BigDecimal ofPriced = priced.isEmpty()
                ? BigDecimal.ZERO
                : weighted(priced)
                        .multiply(BigDecimal.valueOf(priced.size()))
                        .divide(sum(priced), DIGITS, RoundingMode.HALF_UP);
        BigDecimal ofOthers = BigDecimal.valueOf(lines.stream()
                .filter(line -> !line.isPriced())
                .mapToInt(Line::percent)
                .sum());
        return OptionalInt.of(ofPriced.add(ofOthers)
                .divide(BigDecimal.valueOf(lines.size()), DIGITS, RoundingMode.HALF_UP)
                .setScale(0, RoundingMode.DOWN)
                .intValueExact());
    }

    private static BigDecimal weighted(List<Line> priced) {
        return priced.stream()
                .map(line -> line.weight().multiply(BigDecimal.valueOf(line.percent())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal sum(List<Line> priced) {
        return priced.stream().map(Line::weight).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
