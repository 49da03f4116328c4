package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.records.ManyRecords.Former;
import org.pipewright.platform.spi.errors.FieldError;

/** The rows of imports and what became of each. */
@ApplicationScoped
class ImportRows {

    private static final int BATCH = 1000;

    @Inject
    Sql sql;

    void add(UUID id, List<List<String>> rows) {
        for (int from = 0; from < rows.size(); from += BATCH) {
            List<List<Object>> batch = new ArrayList<>();
            for (int i = from; i < Math.min(from + BATCH, rows.size()); i++) {
                batch.add(List.of(id, i + 1, rows.get(i)));
            }
            sql.batch("insert into core.import_row (import_id, n, cells) values (?, ?, ?)", batch);
        }
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(row.getInt(1), Arrays.asList((String[]) row.getArray(2).getArray()));
    }

    /** The next rows in the order of the file. */
    List<Row> after(UUID id, int n, int most) {
        return sql.list(
                "select n, cells from core.import_row where import_id = ? and n > ? order by n limit " + most,
                ImportRows::row,
                id,
                n);
    }

    /** The next rows that the run has not yet done. */
    List<Row> pendingAfter(UUID id, int n, int most) {
        return sql.list(
                "select n, cells from core.import_row where import_id = ? and n > ?"
                        + " and state in ('NEW', 'VALID', 'ERROR') order by n limit " + most,
                ImportRows::row,
                id,
                n);
    }

    Optional<Row> at(UUID id, int n) {
        return sql.first(
                "select n, cells from core.import_row where import_id = ? and n = ? for update",
                ImportRows::row,
                id,
                n);
    }

    void change(UUID id, int n, List<String> cells) {
        sql.update("update core.import_row set cells = ? where import_id = ? and n = ?", cells, id, n);
    }

    void reset(UUID id) {
        sql.update(
                "update core.import_row set state = 'NEW', action = null, incomplete = null, errors = null,"
                        + " changes = null, duplicate_of = null where import_id = ? and state <> 'NEW'",
                id);
    }

    void store(UUID id, List<RowOutcome> outcomes) {
        sql.update(
                "update core.import_row r set state = u.state, action = u.action, incomplete = u.incomplete,"
                        + " title = u.title, errors = u.errors::jsonb, changes = u.changes::jsonb,"
                        + " before = u.before::jsonb, deferred = u.deferred::jsonb,"
                        + " duplicate_of = u.duplicate_of::uuid, record_id = u.record_id::uuid,"
                        + " version = u.version::int"
                        + " from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
                        + " ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) as u(n, state, action, incomplete,"
                        + " title, errors, changes, before, deferred, duplicate_of, record_id, version)"
                        + " where r.import_id = ? and r.n = u.n::int",
                column(outcomes, RowOutcome::n),
                column(outcomes, RowOutcome::state),
                column(outcomes, RowOutcome::action),
                column(outcomes, RowOutcome::incomplete),
                column(outcomes, RowOutcome::title),
                column(outcomes, outcome -> outcome.errors().isEmpty() ? null : RowOutcome.json(outcome.errors())),
                column(outcomes, RowOutcome::changes),
                column(outcomes, RowOutcome::before),
                column(outcomes, outcome -> outcome.deferred().isEmpty() ? null : object(outcome.deferred())),
                column(outcomes, RowOutcome::duplicateOf),
                column(outcomes, RowOutcome::recordId),
                column(outcomes, RowOutcome::version),
                id);
    }

    private static Collection<String> column(List<RowOutcome> outcomes, Function<RowOutcome, Object> value) {
        return Arrays.asList(outcomes.stream()
                .map(value)
                .map(object -> object == null ? null : object.toString())
                .toArray(String[]::new));
    }

    private static JsonObject object(Map<String, String> members) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        members.forEach(object::add);
        return object.build();
    }

    private static JsonObject object(String text) {
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            JsonValue value = reader.readValue();
            return value instanceof JsonObject object ? object : null;
        }
    }

    /** A record that refers to rows that came later. */
    record Deferred(int n, UUID recordId, JsonObject references) {}

    List<Deferred> deferred(UUID id, int after, int most) {
        return sql.list(
                "select n, record_id, deferred from core.import_row where import_id = ? and n > ?"
                        + " and deferred is not null and record_id is not null order by n limit " + most,
                row -> new Deferred(row.getInt(1), row.getObject(2, UUID.class), object(row.getString(3))),
                id,
                after);
    }

    void linked(UUID id, int n, int version) {
        sql.update(
                "update core.import_row set deferred = null, version = ? where import_id = ? and n = ?",
                version,
                id,
                n);
    }

    void unlinked(UUID id, int n, String errors) {
        sql.update(
                "update core.import_row set deferred = null, errors = ?::jsonb where import_id = ? and n = ?",
                errors,
                id,
                n);
    }

    /** A row whose record can be taken back. */
    record Undoable(int n, boolean created, Former former) {}

    List<Undoable> undoable(UUID id, int before, int most) {
        return sql.list(
                "select n, state, record_id, version, before from core.import_row where import_id = ? and n < ?"
                        + " and state in ('CREATED', 'UPDATED') order by n desc limit " + most,
                ImportRows::undoable,
                id,
                before);
    }

    private static Undoable undoable(ResultSet row) throws SQLException {
        boolean created = row.getString(2).equals("CREATED");
        JsonObject before = created ? null : object(row.getString(5));
        return new Undoable(row.getInt(1), created, new Former(row.getObject(3, UUID.class), row.getInt(4), before));
    }

    void undone(UUID id, Collection<Integer> rows) {
        mark(id, rows, RowState.UNDONE, null);
    }

    void kept(UUID id, Collection<Integer> rows, String errors) {
        mark(id, rows, RowState.KEPT, errors);
    }

    private void mark(UUID id, Collection<Integer> rows, RowState state, String errors) {
        sql.update(
                "update core.import_row set state = ?, errors = coalesce(?::jsonb, errors)"
                        + " where import_id = ? and n = any(?::int[])",
                state,
                errors,
                id,
                rows);
    }

    void addSide(UUID id, String recordType, UUID record, int version) {
        sql.update(
                "insert into core.import_side_record (import_id, record_type, record_id, version) values (?, ?, ?, ?)",
                id,
                recordType,
                record,
                version);
    }

    /** Records made besides the rows, by type. */
    record Side(String recordType, Former former) {}

    List<Side> sides(UUID id) {
        return sql.list(
                "select record_type, record_id, version from core.import_side_record where import_id = ?",
                row -> new Side(row.getString(1), new Former(row.getObject(2, UUID.class), row.getInt(3), null)),
                id);
    }

    int sideCount(UUID id) {
        return sql.first("select count(*) from core.import_side_record where import_id = ?", row -> row.getInt(1), id)
                .orElse(0);
    }

    void forgetSides(UUID id, Collection<UUID> records) {
        sql.update("delete from core.import_side_record where import_id = ? and record_id = any(?)", id, records);
    }

    /** How many rows are in each state, and how many lack facts, have a namesake, came in but not wholly, or update. */
    record Counts(Map<RowState, Integer> byState, int incomplete, int duplicates, int partial, int toUpdate) {

        int of(RowState state) {
            return byState.getOrDefault(state, 0);
        }
    }

    Counts counts(UUID id) {
        Map<RowState, Integer> byState = new EnumMap<>(RowState.class);
        int[] others = new int[4];
        sql.list(
                "select state, count(*), count(incomplete), count(duplicate_of),"
                        + " count(errors) filter (where state in ('CREATED', 'UPDATED')),"
                        + " count(*) filter (where action = 'update') from core.import_row where import_id = ?"
                        + " group by state",
                row -> {
                    byState.put(RowState.valueOf(row.getString(1)), row.getInt(2));
                    for (int i = 0; i < others.length; i++) {
                        others[i] += row.getInt(i + 3);
                    }
                    return row;
                },
                id);
        return new Counts(byState, others[0], others[1], others[2], others[3]);
    }

    /** What is known of a row. */
    record Known(
            Row row,
            RowState state,
            String action,
            String incomplete,
            String title,
            List<FieldError> errors,
            JsonArray changes,
            UUID duplicateOf,
            UUID recordId) {}

    /** Rows after the given one that meet a condition of {@link RowFilter}. */
    List<Known> known(UUID id, RowFilter filter, int after, int most) {
        return sql.list(
                "select n, cells, state, action, incomplete, title, errors, changes, duplicate_of, record_id"
                        + " from core.import_row where import_id = ? and n > ? and " + filter.condition()
                        + " order by n limit " + most,
                ImportRows::known,
                id,
                after);
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row(row),
                RowState.valueOf(row.getString(3)),
                row.getString(4),
                row.getString(5),
                row.getString(6),
                RowOutcome.errors(row.getString(7)),
                array(row.getString(8)),
                row.getObject(9, UUID.class),
                row.getObject(10, UUID.class));
    }

    private static JsonArray array(String text) {
        if (text == null) {
            return JsonArray.EMPTY_JSON_ARRAY;
        }
        try (JsonReader reader = JSON.createReader(new StringReader(text))) {
            return reader.readArray();
        }
    }

    /** How often each value stands in a column, most often first. */
    record ValueCount(String value, int count) {}

    List<ValueCount> values(UUID id, int column, int most) {
        return sql.list(
                "select btrim(cells[?]), count(*) from core.import_row where import_id = ?"
                        + " group by 1 order by 2 desc, 1 limit " + most,
                row -> new ValueCount(row.getString(1) == null ? "" : row.getString(1), row.getInt(2)),
                column + 1,
                id);
    }
}
