package org.pipewright.platform.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Finds out what stands between the cells: the candidate that cuts the first rows into most columns of equal number. */
final class Delimiter {

    private static final List<Character> CANDIDATES = List.of(',', ';', '\t', '|');
    private static final int SAMPLE = 30;

    private Delimiter() {}

    static char of(String text) {
        char best = ',';
        double highest = 0;
        for (char candidate : CANDIDATES) {
            double score = score(text, candidate);
            if (score > highest) {
                highest = score;
                best = candidate;
            }
        }
        return best;
    }

    /** Columns of the header, counted by the share of rows that have as many. */
    private static double score(String text, char candidate) {
        try (CsvReader<CsvRecord> reader = CsvFile.reader(text, candidate)) {
            List<Integer> widths =
                    reader.stream().limit(SAMPLE).map(CsvRecord::getFieldCount).toList();
            int header = widths.isEmpty() ? 0 : widths.get(0);
            long equal = widths.stream().filter(width -> width == header).count();
            return header <= 1 ? 0 : (double) header * equal / widths.size();
        } catch (CsvParseException e) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
