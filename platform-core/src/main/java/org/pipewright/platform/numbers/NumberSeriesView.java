package org.pipewright.platform.numbers;

import org.pipewright.platform.spi.modules.NumberSeries.Reset;

/**
 * A series of numbers as it is shown.
 *
 * @param key of the series; also the key of its text
 * @param module that declares it
 * @param pattern of its numbers
 * @param reset when they begin with 1 again
 * @param next what the next document of today counts as
 * @param preview the number it would get
 * @param missing how many numbers below the last one nobody took, which is none unless the next one was raised
 */
public record NumberSeriesView(
        String key, String module, String pattern, Reset reset, long next, String preview, long missing) {}
