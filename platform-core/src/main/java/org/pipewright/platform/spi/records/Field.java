package org.pipewright.platform.spi.records;

import static java.lang.annotation.ElementType.FIELD;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** Declares a persistent attribute of a record type as a field that people and programs see. */
@Target(FIELD)
@Retention(RUNTIME)
public @interface Field {

    /** Whether a record without it is refused. */
    boolean required() default false;

    /** Greatest number of characters of a text. */
    int max() default 255;

    /** Smallest value of a number. */
    double from() default Double.NEGATIVE_INFINITY;

    /** Greatest value of a number. */
    double to() default Double.POSITIVE_INFINITY;

    /** Greatest number of digits after the point of a decimal number. */
    int decimals() default 4;

    /** How a text is checked and shown; of contact points which sort they are. */
    Format format() default Format.PLAIN;

    /** Record type an id refers to. */
    String references() default "";

    /**
     * Criteria of the records that may be chosen, for a reference; a field of the record in braces stands for its value,
     * as in {@code account=={account}}. Forms offer no others, and others are refused when the field or one of those
     * named is written; historical data may refer to what is over. Empty for all.
     */
    String offered() default "";

    /**
     * Criteria of the records that keep what this field refers to from the bin, such as {@code status!=DRAFT}: an account
     * with open deals stays (S-ACC-10). Held on every path, inside the deleting transaction. Empty for none.
     */
    String keeps() default "";

    /** Whether only verbs and rules of the module change it. */
    boolean readOnly() default false;

    /**
     * Call of a stable database function that reckons the value from columns of the record's row, as in {@code
     * billing.next_due(id, due_on)}; empty if the value is kept. For what changes with time alone, such as overdue, which
     * kept would be wrong after midnight. The attribute is {@code @Transient}, nobody writes it, and it has no history;
     * lists filter and sort by it.
     */
    String reckonedBy() default "";

    /** Whether the search finds records by its words. */
    boolean searchable() default false;

    /** Whether it tells something about a person, who may ask to see it and to have it erased (S-CON-05). */
    boolean personal() default false;

    /**
     * Field of whose value this one tells in words where it is from; forms show it there, and ask for a proposal while they
     * are filled in. Empty for none.
     */
    String explains() default "";

    /**
     * Name of a {@link FieldBeside} whose values this field names, as its own: people say of a target for which territory
     * it is, which is a field beside the deals it counts. What it refers to, what it is called by and its feature come from
     * there; without a module that has one of that name the field is not there either, and its values wait. Empty for none.
     */
    String beside() default "";

    /** Section of the form; text key {@code <record type>.group.<group>}, empty for the first section. */
    String group() default "";

    /** Feature that must be on for the field to exist, or empty. */
    String feature() default "";

    /**
     * Capability that somebody needs to see the field at all, or empty; such as what things cost. Rules and reckoning of the
     * module see it all the same.
     */
    String capability() default "";

    /**
     * Record type a component of a verb's input makes one of, or empty; the component is only offered to whoever may
     * create records of that type.
     */
    String creates() default "";

    /** How a text is checked and shown. */
    enum Format {
        PLAIN,
        MULTILINE,
        EMAIL,
        PHONE,
        URL,
        COUNTRY,
        /** One that the organisation works in; others are refused for new values and stay where they are (S-CUR-01). */
        CURRENCY,
        /** Any of ISO 4217, as of what exists whether or not the organisation still works in it. */
        ANY_CURRENCY,
        /** The code of one of the product's languages; a choice of those there are (see {@code Language}). */
        LANGUAGE,
        /** Roles of the tenant by key or name, separated by commas; forms offer those there are. */
        ROLES,
        /** Only of contact points. */
        ADDRESS
    }
}
