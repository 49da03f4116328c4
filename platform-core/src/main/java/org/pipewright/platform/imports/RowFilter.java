package org.pipewright.platform.imports;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Which rows of an import somebody wants to see. */
enum RowFilter {
    ALL("true"),
    ERROR("state in ('ERROR', 'FAILED', 'KEPT')"),
    INCOMPLETE("incomplete is not null"),
    DUPLICATE("duplicate_of is not null"),
    UPDATE("action = 'update'"),
    NEW("state = 'NEW'"),
    VALID("state = 'VALID'"),
    CREATED("state = 'CREATED'"),
    UPDATED("state = 'UPDATED'"),
    SKIPPED("state = 'SKIPPED'"),
    FAILED("state = 'FAILED'"),
    UNDONE("state = 'UNDONE'"),
    KEPT("state = 'KEPT'");

    private final String condition;

    RowFilter(String condition) {
        this.condition = condition;
    }

    String condition() {
        return condition;
    }

    static Optional<RowFilter> of(String name) {
        String wanted = name == null || name.isEmpty() ? ALL.name() : name.toUpperCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(filter -> filter.name().equals(wanted))
                .findFirst();
    }
}
