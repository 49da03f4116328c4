package org.pipewright.platform.csv;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pipewright.platform.spi.files.CsvTables;

/** CSV for module code. */
@ApplicationScoped
class TablesOfModules implements CsvTables {

    private static final int COLUMNS = 200;

    @Override
    public Optional<List<Map<String, String>>> rows(byte[] content, int most) {
        try {
            CsvFile file = CsvFile.read(content, Optional.empty(), Optional.empty(), new CsvFile.Limits(most, COLUMNS));
            return Optional.of(
                    file.rows().stream().map(cells -> named(file, cells)).toList());
        } catch (CsvFile.Unreadable e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> named(CsvFile file, List<String> cells) {
        Map<String, String> named = new LinkedHashMap<>();
        IntStream.range(0, cells.size()).forEach(i -> named.put(file.header().get(i), cells.get(i)));
        return named;
    }
}
