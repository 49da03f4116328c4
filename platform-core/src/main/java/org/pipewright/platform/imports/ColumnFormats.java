package org.pipewright.platform.imports;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds out from all its cells how a column writes days and numbers: one cell alone, such as 1.234, would not tell. */
final class ColumnFormats {

    private static final Pattern COMMA_DECIMAL = Pattern.compile(".*\\d,\\d{1,2}|.*,\\d{4,}|.*\\.\\d{3},\\d+");
    private static final Pattern POINT_DECIMAL = Pattern.compile(".*\\d\\.\\d{1,2}|.*\\.\\d{4,}|.*,\\d{3}\\.\\d+");

    private ColumnFormats() {}

    /** Pattern by which most cells are days; none if hardly any is. */
    static Optional<String> days(List<String> cells) {
        List<String> filled = cells.stream().filter(cell -> !cell.isBlank()).toList();
        String best = null;
        long most = filled.size() / 2;
        for (String pattern : CellText.DAY_PATTERNS) {
            long fitting = filled.stream()
                    .filter(cell -> CellText.day(cell, pattern).isPresent())
                    .count();
            if (fitting > most) {
                most = fitting;
                best = pattern;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Decimal sign of the column, empty if no cell tells. */
    static Optional<String> decimals(List<String> cells) {
        long commas =
                cells.stream().filter(cell -> matches(COMMA_DECIMAL, cell)).count();
        long points =
                cells.stream().filter(cell -> matches(POINT_DECIMAL, cell)).count();
        return commas == points ? Optional.empty() : Optional.of(commas > points ? "," : ".");
    }

    private static boolean matches(Pattern pattern, String cell) {
        return pattern.matcher(cell.replaceAll("[^\\d.,]", "")).matches();
    }
}
