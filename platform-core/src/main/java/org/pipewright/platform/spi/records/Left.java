package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A way in which records leave a {@link Report} that explains its movement, such as being won. */
@Target({})
@Retention(RUNTIME)
public @interface Left {

    /** Lower-case words with dashes; text key {@code <record type>.report.<report>.left.<key>}. */
    String key();

    /** Criteria of the records that left in this way. */
    String filter();
}
