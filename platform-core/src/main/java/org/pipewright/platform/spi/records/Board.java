package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Declares that records of a type are shown as cards on a board whose columns are the values of one field. Moving a card
 * changes the field as any other write does, with all its rules; what a refused move lacks is asked for. Text key {@code
 * <record type>.board.<field>}.
 */
@Target({})
@Retention(RUNTIME)
public @interface Board {

    /** Choice or reference by which cards stand in columns. */
    String field();

    /** Criteria of the records that stand on the board. */
    String filter() default "";

    /** Criteria of the columns among the records the field refers to. */
    String columns() default "";

    /**
     * Record type whose records put the columns of one board together, for a reference; empty if each record referred to
     * is a column. It refers to the column's record by a field of the same name as {@link #field}.
     */
    String course() default "";

    /** Reference that both the records and the course have; there is a board for each record it refers to. */
    String per() default "";

    /**
     * Field of the course in {@link Field.Format#ROLES} that names the roles that may bring records to its column; the
     * others are not offered it. Empty if everybody may.
     */
    String roles() default "";

    /** Criteria of the records for which there is a board. */
    String perFilter() default "";

    /** Amount summed up for each column. */
    String sum() default "";

    /** Percentage by which the amount is weighted. */
    String weight() default "";

    /** Date from which on a card is marked as stale. */
    String stale() default "";

    /**
     * Decimal field, read-only and never empty, that keeps where a card stands in its column, for boards whose cards
     * people put in order: the least stands on top. Nobody sees it; the core changes it when a card is put elsewhere
     * (S-PIPE-03). Empty for the order of the list.
     */
    String place() default "";

    /** Verbs that end a card's way, as places at the end of the board to drop it. */
    String[] verbs() default {};

    /** Feature that must be on, or empty. */
    String feature() default "";
}
