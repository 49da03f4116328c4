package org.pipewright.platform.spi.money;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Rounds parts so that they add up to the rounded total: none is off by more than one unit (S-PIPE-05, S-TAX-04). */
public final class LargestRemainder {

    private LargestRemainder() {}

    /** The parts with so many decimals; what rounding down has left is given to those it took the most from. */
    public static List<BigDecimal> round(List<BigDecimal> parts, int decimals) {
        BigDecimal total = parts.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return round(parts, total.setScale(decimals, RoundingMode.HALF_UP), decimals);
    }

    /** The same for a total that was rounded elsewhere and may be one unit off. */
    public static List<BigDecimal> round(List<BigDecimal> parts, BigDecimal total, int decimals) {
        List<BigDecimal> rounded = new ArrayList<>(parts.stream()
                .map(part -> part.setScale(decimals, RoundingMode.FLOOR))
                .toList());
        BigDecimal unit = BigDecimal.ONE.movePointLeft(decimals);
        int left = total.subtract(rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add))
                .divide(unit)
                .intValueExact();
        IntStream.range(0, parts.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> parts.get(i).subtract(rounded.get(i)))
                        .reversed())
                .limit(left)
                .forEach(i -> rounded.set(i, rounded.get(i).add(unit)));
        return rounded;
    }
}
