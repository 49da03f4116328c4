package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** One figure of a {@link Report}: how many records, or the sum of an amount, of all of them or of some. */
@Target({})
@Retention(RUNTIME)
public @interface Figure {

    /** Lower-case words with dashes. */
    String key();

    /** Criteria of those of the report's records that count, empty for all. */
    String filter() default "";

    /** Amount to be summed up in the tenant's currency, empty to count. */
    String sum() default "";

    /** Percentage by which each amount is weighted, empty for whole amounts. */
    String weight() default "";

    /** Field whose different values are counted in place of records, empty for records. */
    String distinct() default "";

    /** Two times, from the first of which to the second the average days are told; empty for none. */
    String[] days() default {};

    /** Key of the figure of which this one is told as a percentage, empty for the figure itself. */
    String of() default "";

    /** How great the figure {@link #of} must be for the percentage to mean something. */
    int least() default 1;
}
