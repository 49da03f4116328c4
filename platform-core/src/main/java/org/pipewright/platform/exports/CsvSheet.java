package org.pipewright.platform.exports;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.pipewright.platform.csv.CsvOutput;
import org.pipewright.platform.csv.Formulas;

/** Writes CSV. Numbers stay numbers; text cannot become a formula. */
final class CsvSheet implements Sheet {

    private final CsvOutput csv;

    CsvSheet(OutputStream out, boolean byteOrderMark) {
        csv = CsvOutput.to(out, byteOrderMark);
    }

    @Override
    public void row(List<Cell> cells) {
        csv.row(cells.stream()
                .map(cell -> cell.number() ? cell.text() : Formulas.neutralised(cell.text()))
                .toList());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
