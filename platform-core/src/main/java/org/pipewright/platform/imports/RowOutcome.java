package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;

/**
 * What became, or would become, of a row.
 *
 * @param action {@code create}, {@code update} or {@code skip}
 * @param incomplete names of required facts the record lacks, comma-separated, or null
 * @param before what an update changed, as it was
 * @param deferred references to rows that come later, by field
 * @param duplicateOf a record that may be the same, or null
 */
record RowOutcome(
        int n,
        RowState state,
        String action,
        String incomplete,
        String title,
        List<FieldError> errors,
        JsonArray changes,
        JsonObject before,
        Map<String, String> deferred,
        UUID duplicateOf,
        UUID recordId,
        int version) {

    static RowOutcome failed(int n, String title, List<FieldError> errors) {
        return new RowOutcome(n, RowState.FAILED, null, null, title, errors, null, null, Map.of(), null, null, 0);
    }

    RowOutcome as(RowState other) {
        return new RowOutcome(
                n, other, action, incomplete, title, errors, changes, before, deferred, duplicateOf, recordId, version);
    }

    /** The same after the rehearsal, which leaves no records. */
    RowOutcome rehearsed() {
        RowState rehearsed = state == RowState.FAILED ? RowState.ERROR : RowState.VALID;
        return new RowOutcome(
                n,
                rehearsed,
                action,
                incomplete,
                title,
                errors,
                changes,
                null,
                Map.of(),
                duplicateOf,
                action != null && action.equals("create") ? null : recordId,
                0);
    }

    static JsonArray json(List<FieldError> errors) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        errors.forEach(error -> array.add(JSON.createObjectBuilder()
                .add("field", error.field())
                .add("code", error.code())
                .add("message", error.message())));
        return array.build();
    }

    static List<FieldError> errors(String text) {
        if (text == null) {
            return List.of();
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(error -> new FieldError(
                            error.getString("field"), error.getString("code"), error.getString("message")))
                    .toList();
        }
    }
}
