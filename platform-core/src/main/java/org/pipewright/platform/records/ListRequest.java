package org.pipewright.platform.records;

import java.util.List;

/**
 * What is asked of a list.
 *
 * @param filter criteria, may be empty
 * @param words words of the quick search, may be empty
 * @param sort comma-separated fields, a leading minus for descending; empty for the type's own order
 * @param limit most items
 * @param after cursor of the page before, or empty
 * @param fields names of the fields wanted; empty for all
 */
public record ListRequest(String filter, String words, String sort, int limit, String after, List<String> fields) {

    /** All fields of the first page in the type's own order. */
    public static ListRequest matching(String filter, String words) {
        return new ListRequest(filter, words, "", 50, "", List.of());
    }
}
