package org.pipewright.platform.records;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.List;
import org.pipewright.platform.errors.InvalidFields;

/** Query parameters of a list. */
public class ListParameters {

    private static final int MOST = 200;

    @QueryParam("filter")
    @DefaultValue("")
    String filter;

    @QueryParam("q")
    @DefaultValue("")
    String words;

    @QueryParam("sort")
    @DefaultValue("")
    String sort;

    @QueryParam("limit")
    @DefaultValue("50")
    String limit;

    @QueryParam("after")
    @DefaultValue("")
    String after;

    @QueryParam("fields")
    @DefaultValue("")
    String fields;

    @QueryParam("count")
    @DefaultValue("false")
    String count;

    @QueryParam("include")
    @DefaultValue("")
    String include;

    ListRequest request() {
        return new ListRequest(filter, words, sort, limit(limit), after, names(fields));
    }

    List<String> included() {
        return names(include);
    }

    /** Names separated by commas. */
    static List<String> names(String text) {
        return text == null || text.isBlank() ? List.of() : Arrays.asList(text.split(",", -1));
    }

    boolean counted() {
        return count.equals("true");
    }

    public static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        } catch (NumberFormatException e) {
            throw InvalidFields.refusal("limit", "invalid");
        }
        throw InvalidFields.refusal("limit", "invalid");
    }

    /** Where a page of the history ended; the newest entry when there is none. */
    static long position(String after) {
        try {
            return after == null || after.isEmpty() ? Long.MAX_VALUE : Long.parseLong(after);
        } catch (NumberFormatException e) {
            throw InvalidFields.refusal("after", "invalid");
        }
    }
}
