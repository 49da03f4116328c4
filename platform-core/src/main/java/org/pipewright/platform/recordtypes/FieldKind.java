package org.pipewright.platform.recordtypes;

import java.util.Locale;

/** Kinds of fields, which decide how values are read, written, compared and shown. */
public enum FieldKind {
    TEXT,
    MULTILINE,
    EMAIL,
    PHONE,
    URL,
    COUNTRY,
    ROLES,
    CURRENCY,
    INTEGER,
    DECIMAL,
    BOOLEAN,
    DATE,
    INSTANT,
    CHOICE,
    CHOICES,
    REFERENCE,
    ID,
    MONEY,
    TAGS,
    LINKED,
    TAXES,
    FILE,
    EMAILS,
    PHONES,
    LINKS,
    ADDRESSES;

    /** Name in the manifest and in OpenAPI. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether values are lists of contact points. */
    public boolean isPoints() {
        return compareTo(EMAILS) >= 0;
    }

    /** Whether records can be put in order by it. */
    public boolean isSortable() {
        return this != TAGS && this != LINKED && this != CHOICES && this != TAXES && this != FILE;
    }

    /** Whether values are plain text in the database. */
    public boolean isText() {
        return compareTo(CURRENCY) <= 0;
    }
}
