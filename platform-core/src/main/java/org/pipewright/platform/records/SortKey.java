package org.pipewright.platform.records;

import java.util.Arrays;
import java.util.List;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.errors.Refusal;

/**
 * A key of a list's order.
 *
 * @param column expression that is compared
 * @param kind of the compared values
 * @param descending whether greatest first; empty values are always last
 */
record SortKey(String column, FieldKind kind, boolean descending) {

    private static final int MOST = 4;

    static List<SortKey> parse(Query query, String sort) {
        String order =
                sort == null || sort.isBlank() ? query.type().declaration().sort() : sort;
        List<String> parts = Arrays.asList(order.split(",", -1));
        if (parts.size() > MOST) {
            throw invalid();
        }
        return parts.stream().map(part -> key(query, part.strip())).toList();
    }

    private static SortKey key(Query query, String part) {
        boolean descending = part.startsWith("-");
        String name = descending ? part.substring(1) : part;
        Query.Target target = query.target(name)
                .filter(found -> found.field().kind().isSortable())
                .orElseThrow(SortKey::invalid);
        if (target.field().kind() == FieldKind.REFERENCE) {
            target = query.titleOf(target.alias(), target.field());
        }
        return new SortKey(target.comparable(), target.field().kind(), descending);
    }

    private static Refusal invalid() {
        return InvalidFields.refusal("sort", "invalid", "sort");
    }

    /** The same order of a column that holds the compared values. */
    SortKey of(String otherColumn) {
        return new SortKey(otherColumn, kind, descending);
    }

    String orderBy() {
        return column + (descending ? " desc nulls last" : " asc nulls last");
    }

    /** Cast for a cursor's value, which travels as text. */
    String cast() {
        return switch (kind) {
            case INTEGER -> "::bigint";
            case DECIMAL, MONEY -> "::numeric";
            case BOOLEAN -> "::boolean";
            case DATE -> "::date";
            case INSTANT -> "::timestamptz";
            case ID, REFERENCE -> "::uuid";
            default -> "::text";
        };
    }
}
