package org.pipewright.platform.usage;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be limited (S-TEN-21). */
public enum Limit {
    /** People who can log in or are invited. */
    USERS,
    /** Records of all types that are not in the bin. */
    RECORDS,
    /** Megabytes of all rows, as last measured. */
    STORAGE_MB,
    /** Rows of one import. */
    IMPORT_ROWS,
    /** Calls of the API in a minute, on each node. */
    API_CALLS_PER_MINUTE;

    /** Name in addresses and configuration keys. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The limit of that name. */
    public static Optional<Limit> named(String key) {
        return Stream.of(values()).filter(limit -> limit.key().equals(key)).findFirst();
    }
}
