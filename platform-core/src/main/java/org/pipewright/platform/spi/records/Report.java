package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Figures about the records of a type, by the values of one field. It counts what the person may view and shows no field
 * hidden from the person; a report that needs such a field is not there. Text keys {@code <record type>.report.<key>},
 * and {@code …​.<figure>} for each figure.
 */
@Target({})
@Retention(RUNTIME)
public @interface Report {

    /** Lower-case words with dashes. */
    String key();

    /** Criteria of the records it is about, empty for all. */
    String filter() default "";

    /** Date or time by which the period is chosen, empty if it is about now. */
    String period() default "";

    /**
     * Fields by which the figures are told, also of what a reference points to; the first unless another is chosen. Dates
     * and times stand for their month or week, amounts for their order of magnitude.
     */
    String[] by();

    /** Whether dates and times stand for their week, which begins on Monday, and not for their month. */
    boolean weekly() default false;

    /**
     * Amount whose sum the report can explain between two days: what was new, grown, shrunk, left and so on (S-PIPE-10).
     * Empty for none.
     */
    String moves() default "";

    /** Ways in which records leave the report, told apart in its movement. */
    Left[] left() default {};

    /** What is reckoned for each group and in total; groups are ordered by the first. */
    Figure[] figures();

    /** Whether its first figure stands on the start page. */
    boolean onStart() default false;
}
