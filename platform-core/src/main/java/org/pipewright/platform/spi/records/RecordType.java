package org.pipewright.platform.spi.records;

import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Declares an entity as a record type. From the declaration the core gives it REST endpoints, list, filter, sort,
 * search, form, import and export, history and OpenAPI. Texts: {@code <name>.one}, {@code <name>.many} and {@code
 * <name>.<field>} for each field.
 */
@Target(TYPE)
@Retention(RUNTIME)
public @interface RecordType {

    /** Dotted name, module first, such as {@code sales.lead}; subject of its rights. */
    String name();

    /** Plural kebab-case noun in REST and in page addresses, such as {@code leads}. */
    String path();

    /** Field that names a record to people and by which references and imports find it. */
    String title();

    /** Feature that must be on, or empty for always. */
    String feature() default "";

    /**
     * Prefix of the settings by which the tenant gives the type a name of its own ({@code Setting.ofNames}): {@code
     * <prefix>-one} and {@code <prefix>-many}, and those of each language. It is said wherever texts mention {@code
     * [[<name>.one]]} or {@code [[<name>.many]]}. Empty for none. Addresses and REST keep theirs.
     */
    String naming() default "";

    /** Columns of the list while nobody has chosen others. */
    String[] columns() default {};

    /** Order of the list while nobody has chosen another. */
    String sort() default "-createdAt";

    /**
     * Field that refers to the record of which these are parts, its host; empty for records of their own. The entity is
     * then a {@link PartRecord}. Who may view, change, export or import the host may do so with its parts, and nobody
     * else: parts are no subject of rights. They are read and saved together as {@code …/{host}/<path>}, stand on a tab
     * of the host's page and in its history. Its feature is the host's or depends on it. See {@link PartRules}.
     */
    String partOf() default "";

    /** Whether hosts are little without these parts, such as a document without its lines: their page opens with them. */
    boolean essential() default false;

    /**
     * Criteria of the records that still need somebody, such as {@code closed==false}: these are handed on when their
     * owner leaves (S-AUTH-06). Empty for all.
     */
    String open() default "";

    /**
     * Criteria of the parts whose contacts and accounts are proposed as recipients of mails about the record they belong
     * to (S-PARTY-07). Empty for all.
     */
    String recipients() default "";

    /** Menu group in which its list stands, or empty for none; {@code settings} for catalogues. */
    String menu() default "";

    /** Place in the menu group, lower first. */
    int order() default 100;

    /** Icon of the shell. */
    String icon() default "file";

    /** Boards on which its records are moved; the first one whose field the person sees is shown first. */
    Board[] boards() default {};

    /** Views its list comes with, besides the one of all records. */
    BuiltInView[] views() default {};

    /** Lists of records of the type that stand on the page of one of them. */
    Siblings[] siblings() default {};

    /** Reports about its records. */
    Report[] reports() default {};

    /**
     * Date field that, once it is filled, settles what amounts of the record and of its parts are worth in the tenant's
     * currency: by the rate valid on that day, for good. While it is empty they follow the rate (S-CUR-04). Empty for
     * records that are never settled.
     */
    String settledOn() default "";

    /**
     * Field that refers to the record of the type which this one is a newer version of; empty for none. The core tells what
     * differs between the two, with their essential parts.
     */
    String revises() default "";

    /**
     * References that lead to a record which these do not name themselves, one after another, such as
     * {@code opportunity.customer}: they stand on its page as they would if they named it (S-ACC-03). Who does not see one
     * of the references, or what they lead over, does not see the list either. Empty for none.
     */
    String through() default "";

    /** Whether records of the type can turn out to be the same, and be merged. */
    boolean mergeable() default false;

    /** Rules by which records of the type are taken for the same. */
    Match[] matches() default {};

    /**
     * Whether the tenant may give its records names in other languages, which people who read in one of them see
     * (S-I18N-02). Entries of catalogues have that anyway.
     */
    boolean translatable() default false;

    /** Whether only the module itself writes its records; people and programs read them. */
    boolean kept() default false;

    /** Whether its records only join those that their required fields refer to, and go for good with either (S-REC-04). */
    boolean link() default false;

    /** Whether it can be imported and exported. */
    boolean importable() default true;

    /** Whether activities are linked to its records and stand in their timelines (S-ACT-02). */
    boolean activities() default false;

    /**
     * Whether its records can be divided up by criteria, such as into sales territories, by modules that need not know
     * the type; see {@link Assignables}. What is not {@link #undecided} any more stays where it is.
     */
    boolean assignable() default false;

    /**
     * Criteria of the records of an {@link #assignable} type with which not all is decided yet, such as
     * {@code outcome==IN_PROGRESS}: a deal that is won stays where it is, though somebody still has to see to its
     * documents. Empty for those that are {@link #open}.
     */
    String undecided() default "";

    /**
     * Field of records with an owner that says, when it is true, that nobody but the owner sees the record, whatever
     * their roles allow (S-ACT-14); those with whom the owner shares it do. Empty for none.
     */
    String confidential() default "";
}
