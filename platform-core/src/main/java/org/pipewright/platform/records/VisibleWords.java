package org.pipewright.platform.records;

import java.util.List;
import java.util.stream.Collectors;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.criteria.Values;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;

/**
 * A record is found by the words of all its fields; to callers from whom one of them is hidden it must not tell what
 * stands there (S-SRCH-03).
 */
public final class VisibleWords {

    private VisibleWords() {}

    /** Fields by whose words records of the type are found. */
    static List<DeclaredField> searched(DeclaredType type) {
        return type.fields().stream()
                .filter(field -> field.searchable()
                        || field.name().equals(type.declaration().title()))
                .toList();
    }

    /** Whether the caller sees every field by which records of the query are found. */
    public static boolean areAll(Query query) {
        return searched(query.type()).stream().allMatch(field -> Query.isVisible(query.caller(), query.type(), field));
    }

    /** The condition, with its "and", for records found by the words, or by the number they are. */
    static SqlPart found(Query query, String words, List<String> wanted) {
        String type = query.type().name();
        SqlPart part = new SqlPart().add(" and t.id in (select platform.search(?, ?)", type, wanted);
        if (!areAll(query)) {
            return part.add(")").add(seen(query, wanted));
        }
        DialledWords.of(words, query.caller().tenant().country())
                .forEach(number -> part.add(" union all select platform.search(?, ?)", type, List.of(number)));
        return part.add(")");
    }

    private static SqlPart seen(Query query, List<String> wanted) {
        SqlPart part = new SqlPart();
        String seen = searched(query.type()).stream()
                .filter(field -> Query.isVisible(query.caller(), query.type(), field))
                .map(field -> ", " + field.in(Query.MAIN))
                .collect(Collectors.joining("", "platform.fold(concat_ws(' '", "))"));
        wanted.forEach(word -> part.add(" and " + seen + " like platform.fold(?)", "%" + Values.escaped(word) + "%"));
        return part;
    }
}
