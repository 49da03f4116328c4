package org.pipewright.platform.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes an Excel file as it goes. Text is text there and never a formula, whatever it begins with. */
final class XlsxSheet implements Sheet {

    private static final int ROWS_IN_MEMORY = 500;
    private static final int MOST_ROWS = 1_048_576;
    private static final int LONGEST_CELL = 32_767;

    private final Workbook workbook;
    private final Worksheet sheet;
    private int next;

    XlsxSheet(OutputStream out, String name) {
        workbook = new Workbook(out, "Pipewright", null);
        sheet = workbook.newWorksheet(name.length() > 31 ? name.substring(0, 31) : name);
        sheet.freezePane(0, 1);
    }

    /** Rows beyond what such a file can hold are left out. */
    @Override
    public void row(List<Cell> cells) {
        if (next == MOST_ROWS) {
            return;
        }
        for (int column = 0; column < cells.size(); column++) {
            put(column, cells.get(column));
        }
        if (next == 0) {
            sheet.range(0, 0, 0, cells.size() - 1).style().bold().set();
        }
        next++;
        if (next % ROWS_IN_MEMORY == 0) {
            flush();
        }
    }

    private void put(int column, Cell cell) {
        String text = cell.text();
        if (cell.number()) {
            sheet.value(next, column, new BigDecimal(text));
        } else if (!text.isEmpty()) {
            sheet.value(next, column, text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text);
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        workbook.finish();
    }
}
