package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Declares that the page of a record lists the others that refer to the same record by one field, such as the other
 * deals of a customer. Text key {@code <record type>.siblings.<field>}.
 */
@Target({})
@Retention(RUNTIME)
public @interface Siblings {

    /** Reference they have in common. */
    String by();

    /** Feature that must be on, or empty for always. */
    String feature() default "";
}
