package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A view of its list that every record type comes with; the first one is shown first. Text key {@code <record type>.view.<key>}. */
@Target({})
@Retention(RUNTIME)
public @interface BuiltInView {

    /** Lower-case words with dashes. */
    String key();

    /** Criteria, empty for all records. */
    String filter();

    /** Order, empty for that of the type. */
    String sort() default "";

    /** Whether its first records stand on the start page. */
    boolean onStart() default false;
}
