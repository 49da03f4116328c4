package org.pipewright.platform.csv;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A CSV file that was read.
 *
 * @param encoding it was read in
 * @param delimiter between its cells
 * @param header names of the columns, each different and none empty
 * @param rows cells of each row, as many as there are columns
 */
public record CsvFile(Charset encoding, char delimiter, List<String> header, List<List<String>> rows) {

    /** How large a file may be. */
    public record Limits(int rows, int columns) {}

    /** Thrown for a file that cannot be read as CSV; the message is a stable code. */
    public static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreadable(String code) {
            super(code, null, false, false);
        }

        /** Stable code of what is wrong. */
        public String code() {
            return getMessage();
        }
    }

    /** Reads a file; what is not told about its form is found out. */
    public static CsvFile read(byte[] bytes, Optional<Charset> encoding, Optional<Character> delimiter, Limits limits) {
        Charset charset = encoding.orElseGet(() -> TextEncoding.of(bytes));
        String text = TextEncoding.decode(bytes, charset);
        char separator = delimiter.orElseGet(() -> Delimiter.of(text));
        return read(charset, text, separator, limits);
    }

    private static CsvFile read(Charset charset, String text, char separator, Limits limits) {
        try (CsvReader<CsvRecord> reader = reader(text, separator);
                CloseableIterator<CsvRecord> records = reader.iterator()) {
            if (!records.hasNext()) {
                throw new Unreadable("empty");
            }
            List<String> header = Header.of(records.next().getFields(), limits.columns());
            return new CsvFile(charset, separator, header, rows(records, header.size(), limits.rows()));
        } catch (CsvParseException e) {
            throw new Unreadable("malformed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CsvReader<CsvRecord> reader(String text, char separator) {
        return CsvReader.builder()
                .fieldSeparator(separator)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .maxBufferSize(1 << 20)
                .ofCsvRecord(text);
    }

    private static List<List<String>> rows(CloseableIterator<CsvRecord> records, int width, int most) {
        List<List<String>> rows = new ArrayList<>();
        while (records.hasNext()) {
            List<String> cells = records.next().getFields();
            if (cells.stream().allMatch(String::isBlank)) {
                continue;
            }
            if (rows.size() == most) {
                throw new Unreadable("too-many-rows");
            }
            rows.add(fitted(cells, width));
        }
        return rows;
    }

    /** A row may be short, or end in empty cells beyond the header. */
    private static List<String> fitted(List<String> cells, int width) {
        List<String> fitted = new ArrayList<>(width);
        for (int i = 0; i < width; i++) {
            fitted.add(i < cells.size() ? Formulas.plain(cells.get(i)) : "");
        }
        return fitted;
    }
}
