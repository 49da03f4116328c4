package org.pipewright.platform.spi.records;

import java.util.Locale;

/** How migrations name columns. */
public final class ColumnNames {

    private ColumnNames() {}

    /** Column of an attribute: {@code expectedClose} becomes {@code expected_close}. */
    public static String of(String attribute) {
        return attribute.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
