package org.pipewright.platform.spi.numbers;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Takes numbers of the bound tenant's series, which modules declare as {@link
 * org.pipewright.platform.spi.modules.NumberSeries}. Provided by the core as a CDI bean.
 */
public interface Numbers {

    /**
     * The next number of the series for a document of that day, in the tenant's time zone (S-NUM-05). It belongs to the
     * running transaction: until that ends nobody else takes one of the series and period, and undone it was never taken
     * (S-NUM-02). Take it last, so that others wait shortly.
     */
    String next(String series, LocalDate day);

    /** Day of the latest document that took a number of the series, if one did (S-NUM-04). */
    Optional<LocalDate> latestDay(String series);
}
