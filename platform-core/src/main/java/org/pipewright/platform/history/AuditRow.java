package org.pipewright.platform.history;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.csv.Formulas;

/** A line of the audit trail as a row of a file. */
final class AuditRow {

    static final List<String> HEADER =
            List.of("at", "by", "operator", "via", "action", "subject", "record", "title", "changes");

    private AuditRow() {}

    static List<String> of(AuditEntry entry) {
        return Stream.of(
                        entry.at().toString(),
                        entry.by() == null ? "" : entry.by().title(),
                        entry.operator(),
                        entry.via(),
                        entry.action(),
                        entry.subject(),
                        entry.recordId(),
                        entry.title(),
                        entry.changes().getValuesAs(JsonObject.class).stream()
                                .map(AuditRow::change)
                                .collect(Collectors.joining("\n")))
                .map(cell -> Formulas.neutralised(Objects.toString(cell, "")))
                .toList();
    }

    private static String change(JsonObject change) {
        return change.getString("field", "") + ": " + text(change.get("old")) + " → " + text(change.get("new"));
    }

    private static String text(JsonValue value) {
        if (value == null || value == JsonValue.NULL) {
            return "";
        }
        return value instanceof JsonString string ? string.getString() : value.toString();
    }
}
