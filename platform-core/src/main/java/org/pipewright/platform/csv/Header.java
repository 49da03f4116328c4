package org.pipewright.platform.csv;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Names of columns: trimmed, never empty, never twice. */
final class Header {

    private static final int LONGEST = 200;

    private Header() {}

    static List<String> of(List<String> cells, int most) {
        int width = width(cells);
        if (width == 0) {
            throw new CsvFile.Unreadable("empty");
        }
        if (width > most) {
            throw new CsvFile.Unreadable("too-many-columns");
        }
        Set<String> names = new LinkedHashSet<>();
        for (int i = 0; i < width; i++) {
            names.add(unique(names, name(cells.get(i), i)));
        }
        return new ArrayList<>(names);
    }

    /** Empty names at the end are only trailing delimiters. */
    private static int width(List<String> cells) {
        int width = cells.size();
        while (width > 0 && cells.get(width - 1).isBlank()) {
            width--;
        }
        return width;
    }

    private static String name(String cell, int index) {
        String name = Formulas.plain(cell).strip();
        return name.isEmpty() ? "Column " + (index + 1) : name.substring(0, Math.min(LONGEST, name.length()));
    }

    private static String unique(Set<String> taken, String name) {
        String unique = name;
        for (int n = 2; taken.contains(unique); n++) {
            unique = name + " (" + n + ")";
        }
        return unique;
    }
}
