package org.pipewright.platform.spi.files;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads tables that people send as CSV; encoding and delimiter are found out. Provided by the core as a CDI bean. */
public interface CsvTables {

    /**
     * The rows, each with its cells by name of the column; empty if the content is no CSV file or has more rows than that.
     *
     * @param most rows there may be
     */
    Optional<List<Map<String, String>>> rows(byte[] content, int most);
}
