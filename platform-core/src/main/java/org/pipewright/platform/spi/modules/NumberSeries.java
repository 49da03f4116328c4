package org.pipewright.platform.spi.modules;

/**
 * A series of numbers of a type of documents (S-NUM-01). Tenants may choose another pattern and reset.
 *
 * @param key dotted, module first; also the key of its text
 * @param pattern such as {@code Q-{year}-{number:3}}: {@code {year}} has four digits, {@code {yy}} two, {@code {month}}
 *     two; {@code {number}} stands in it once, with {@code :n} filled up with zeros to n digits
 * @param reset when it begins with 1 again
 * @param feature key of the feature it belongs to, or empty
 */
public record NumberSeries(String key, String pattern, Reset reset, String feature) {

    /** When numbers begin with 1 again. The pattern has to tell one period from the next. */
    public enum Reset {
        NEVER,
        YEAR,
        /** With the organisation's fiscal year; {@code {year}} is then the one in which it begins. */
        FISCAL_YEAR,
        MONTH
    }
}
