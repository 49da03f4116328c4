package org.pipewright.platform.imports;

import jakarta.json.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;

/**
 * An import as people see it.
 *
 * @param state {@code UPLOADED}, {@code MAPPED}, {@code VALIDATED}, {@code RUNNING}, {@code DONE}, {@code
 *     DONE_WITH_ERRORS}, {@code FAILED}, {@code CANCELLED} or {@code UNDONE}
 * @param work what a job is doing with it now: {@code VALIDATE}, {@code RUN}, {@code UNDO} or null
 * @param columns of the file
 * @param sample first rows of the file
 * @param rowCount rows of the file
 * @param mapping in force; while {@code UPLOADED} a suggestion
 * @param remembered whether the suggestion is the mapping last used for such a file
 * @param done rows the present or last work has done
 * @param rate of the work, in rows per second
 * @param counts rows by what is known of them: by state ({@code NEW}, {@code VALID}, {@code ERROR}, {@code CREATED},
 *     {@code UPDATED}, {@code SKIPPED}, {@code FAILED}, {@code UNDONE}, {@code KEPT}) and across states {@code
 *     INCOMPLETE} (lack required facts and come in all the same), {@code DUPLICATE} (may be the same as an existing
 *     record), {@code UPDATE} (are about an existing record); {@code BESIDES} counts records made because rows referred
 *     to them
 * @param reason why it failed or was cancelled
 * @param actions what can be done with it now: {@code mapping}, {@code validate}, {@code run}, {@code cancel}, {@code
 *     undo}, {@code delete}
 */
public record ImportView(
        UUID id,
        String recordType,
        String fileName,
        String state,
        String work,
        String encoding,
        String delimiter,
        List<String> columns,
        List<List<String>> sample,
        int rowCount,
        ImportMapping mapping,
        boolean remembered,
        int done,
        double rate,
        Map<String, Integer> counts,
        String reason,
        By by,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt,
        List<String> actions) {

    /** The member who uploaded it. */
    public record By(UUID id, String title) {}

    /** Imports, newest first. */
    public record Page(List<ImportView> items) {}

    /**
     * A row.
     *
     * @param n counted from 1 below the header
     * @param state see {@link ImportView#counts}
     * @param cells in the order of the columns
     * @param action {@code create}, {@code update} or {@code skip}, as far as known
     * @param incomplete names of required facts it lacks, comma-separated
     * @param errors with the column they came from, where there is one
     * @param changes of an update, as {@code {field, old, new}}
     * @param duplicateOf id of a record that may be the same
     */
    public record RowView(
            int n,
            String state,
            String title,
            List<String> cells,
            String action,
            String incomplete,
            List<RowError> errors,
            JsonArray changes,
            UUID duplicateOf,
            UUID recordId) {}

    /** What is wrong with a row. */
    public record RowError(String field, String column, String code, String message) {
        static RowError of(FieldError error, String column, String message) {
            return new RowError(error.field(), column, error.code(), message);
        }
    }

    /** A page of rows. */
    public record Rows(List<RowView> items, Integer next) {}

    /**
     * A value of a column and what it would stand for in a field.
     *
     * @param match record or choice it is, or null
     * @param suggestion record or choice it probably means, if there is no match
     */
    public record ValueView(String value, int count, Match match, Match suggestion) {}

    /** A record or choice; a choice has no id. */
    public record Match(UUID id, String title) {}

    /** Values of a column. */
    public record Values(List<ValueView> items) {}
}
