package org.pipewright.platform.records;

import jakarta.json.stream.JsonGenerator;
import java.io.StringWriter;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;

/** One page of a list: its statement and its JSON. */
final class Page {

    private final Selection selection;
    private final List<SortKey> keys;
    private final int limit;

    Page(Selection selection, List<SortKey> keys, int limit) {
        this.selection = selection;
        this.keys = keys;
        this.limit = limit;
    }

    /** The page's rows are found first; only to them is joined what is shown. */
    SqlPart statement(Query rows, SqlPart condition, Query shown, String after) {
        List<SortKey> found = IntStream.range(0, keys.size())
                .mapToObj(i -> keys.get(i).of("t.sort" + i))
                .toList();
        String sortColumns =
                found.stream().map(key -> ", " + key.column() + "::text").collect(Collectors.joining());
        return new SqlPart()
                .add("select ")
                .add(selection.columns())
                .add(sortColumns)
                .add(shown.from(rows(rows, condition, after)))
                .add(order(found));
    }

    private SqlPart rows(Query query, SqlPart condition, String after) {
        String sorted = IntStream.range(0, keys.size())
                .mapToObj(i -> ", " + keys.get(i).column() + " as sort" + i)
                .collect(Collectors.joining());
        SqlPart rows = new SqlPart()
                .add("(select t.*" + sorted)
                .add(query.from())
                .add(" where ")
                .add(condition);
        if (!after.isEmpty()) {
            rows.add(" and ").add(Cursor.condition(keys, after));
        }
        return rows.add(order(keys) + " limit " + (limit + 1) + ")");
    }

    private static String order(List<SortKey> keys) {
        return " order by " + keys.stream().map(SortKey::orderBy).collect(Collectors.joining(", ")) + ", t.id"
                + (Cursor.idDescends(keys) ? " desc" : "");
    }

    String write(Sql sql, SqlPart statement, Optional<Long> total, Inclusion inclusion, RecordReading reading) {
        StringWriter text = new StringWriter(16_384);
        try (JsonGenerator json = FieldValues.JSON.createGenerator(text)) {
            json.writeStartObject().writeStartArray("items");
            List<String> last = writeItems(sql, statement, json, inclusion);
            json.writeEnd();
            if (last.isEmpty()) {
                json.writeNull("next");
            } else {
                json.write("next", Cursor.encode(last));
            }
            total.ifPresent(count -> json.write("total", count));
            inclusion.write(json, reading);
            json.writeEnd();
        }
        return text.toString();
    }

    /** Writes the page's items; answers the cursor values of the last one if more follow. */
    private List<String> writeItems(Sql sql, SqlPart statement, JsonGenerator json, Inclusion inclusion) {
        List<List<String>> ends = new ArrayList<>();
        sql.list(
                statement.text(),
                row -> {
                    if (ends.size() < limit) {
                        json.writeStartObject();
                        selection.write(row, json);
                        json.writeEnd();
                        inclusion.note(selection, row);
                    }
                    ends.add(end(row));
                    return row;
                },
                statement.parameters());
        return ends.size() > limit ? ends.get(limit - 1) : List.of();
    }

    private List<String> end(ResultSet row) throws SQLException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            values.add(row.getString(selection.width() + 1 + i));
        }
        values.add(row.getString(1));
        return values;
    }
}
