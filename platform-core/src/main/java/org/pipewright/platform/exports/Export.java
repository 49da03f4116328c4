package org.pipewright.platform.exports;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.pipewright.platform.recordtypes.DeclaredField;

/** One export on its way out. */
final class Export {

    private final List<String> header;
    private final List<DeclaredField> fields;
    private final JsonObject first;
    private final Function<String, JsonObject> next;

    /**
     * An export.
     *
     * @param header of the columns
     * @param fields that are exported
     * @param first page, read before anything was sent, so that a refusal can still be answered
     * @param next reads the page after a cursor
     */
    Export(List<String> header, List<DeclaredField> fields, JsonObject first, Function<String, JsonObject> next) {
        this.header = header;
        this.fields = fields;
        this.first = first;
        this.next = next;
    }

    void write(Sheet sheet) throws IOException {
        write(sheet, written -> {});
    }

    /** Writes it, tells after each page how many rows there are by then, and returns how many there were. */
    int write(Sheet sheet, IntConsumer written) throws IOException {
        try (sheet) {
            sheet.row(header.stream().map(Cell::text).toList());
            int rows = 0;
            JsonObject page = first;
            while (page != null) {
                List<JsonObject> items = page.getJsonArray("items").getValuesAs(JsonObject.class);
                items.forEach(item -> sheet.row(ExportedRow.cells(item, fields)));
                rows += items.size();
                written.accept(rows);
                page = page.get("next") instanceof JsonString cursor ? next.apply(cursor.getString()) : null;
            }
            return rows;
        }
    }
}
