package org.pipewright.platform.spi.records;

import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * A rule by which records of a type are taken for the same (S-DUP-01). A type has at most one of each kind. The tenant
 * chooses what follows by the setting {@code <record type>.duplicates.<kind>}, which the module declares with
 * {@link org.pipewright.platform.spi.modules.Setting#ofDuplicates}.
 */
@Target({})
@Retention(RUNTIME)
public @interface Match {

    /** What is compared. */
    By by();

    /** Fields whose values are compared, each with each; those of a {@link By#PERSON} make up one name together. */
    String[] fields();

    /**
     * Fields that tell where a named one belongs: the cities of postal addresses, or a reference. Names there may differ
     * by slips of the pen; equal names count without it too, but for less.
     */
    String[] near() default {};

    /** How sure equal values make it, in percent. */
    int score();

    /** Kinds of rules. */
    enum By {
        /** The same e-mail address, in whichever case. */
        EMAIL,
        /** The same number in its international form. */
        PHONE,
        /** The same domain of a web or e-mail address; those of public mail services tell nothing. */
        DOMAIN,
        /** The same letters and digits. */
        NUMBER,
        /** The same name of an organisation but for its legal form. */
        ORGANISATION,
        /** The same words in a person's name. */
        PERSON
    }
}
