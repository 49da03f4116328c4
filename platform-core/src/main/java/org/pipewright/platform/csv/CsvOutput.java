package org.pipewright.platform.csv;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes CSV files: UTF-8, comma, lines as in RFC 4180. Formulas must be neutralised before; numbers must not. */
public final class CsvOutput implements Closeable {

    private final CsvWriter csv;

    private CsvOutput(CsvWriter csv) {
        this.csv = csv;
    }

    /** Begins a file; some spreadsheets need the byte order mark to read it as UTF-8. */
    public static CsvOutput to(OutputStream out, boolean byteOrderMark) {
        try {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            if (byteOrderMark) {
                writer.write('\uFEFF');
            }
            return new CsvOutput(
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(writer));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a row. */
    public void row(List<String> cells) {
        csv.writeRecord(cells);
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
