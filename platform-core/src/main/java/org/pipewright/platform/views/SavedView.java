package org.pipewright.platform.views;

import java.util.List;
import java.util.UUID;

/**
 * A saved view as the caller sees it.
 *
 * @param visibility {@code private}, {@code team} or {@code tenant}
 * @param fixed whether it keeps the records with which it was saved; its filter names itself then
 * @param mine whether the caller owns it and may change it
 */
public record SavedView(
        UUID id,
        int version,
        String recordType,
        String name,
        String visibility,
        String filter,
        String sort,
        List<String> columns,
        boolean fixed,
        boolean mine) {

    /** The views of a list. */
    public record Page(List<SavedView> items) {}
}
