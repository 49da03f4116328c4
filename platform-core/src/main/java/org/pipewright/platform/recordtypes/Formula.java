package org.pipewright.platform.recordtypes;

import java.util.Set;

/**
 * How the database reckons the value of a field from other fields of the record (S-CF-01).
 *
 * @param kind of the values
 * @param sql with {@link #ROW} in the places of the row's alias
 * @param uses names of the fields of which it is made, none of them reckoned by a formula itself
 */
public record Formula(FieldKind kind, String sql, Set<String> uses) {

    /** Stands for the alias; no text of a formula has it. */
    public static final String ROW = "\uE000";

    /** Of a formula that makes no sense any more, such as one whose fields went with their module. */
    public static Formula nothing(FieldKind kind) {
        String type = switch (kind) {
            case DECIMAL -> "numeric";
            case DATE -> "date";
            case BOOLEAN -> "boolean";
            default -> "text";
        };
        return new Formula(kind, "null::" + type, Set.of());
    }

    String in(String alias) {
        return sql.replace(ROW, alias);
    }
}
