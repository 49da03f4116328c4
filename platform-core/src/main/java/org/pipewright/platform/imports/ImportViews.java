package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.imports.ImportView.By;
import org.pipewright.platform.imports.ImportView.RowError;
import org.pipewright.platform.imports.ImportView.RowView;
import org.pipewright.platform.imports.ImportView.Rows;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.texts.Texts;

/** Shows imports and their rows. */
@ApplicationScoped
class ImportViews {

    private static final int SAMPLE = 5;

    @Inject
    ImportRows rows;

    @Inject
    Texts texts;

    @Inject
    Sql sql;

    /** In a list, without what only the import's own page needs. */
    ImportView brief(Import imported) {
        return view(imported, List.of(), Map.of());
    }

    ImportView full(Import imported) {
        List<List<String>> sample =
                rows.after(imported.id(), 0, SAMPLE).stream().map(Row::cells).toList();
        return view(imported, sample, counts(imported.id()));
    }

    private ImportView view(Import imported, List<List<String>> sample, Map<String, Integer> counts) {
        return new ImportView(
                imported.id(),
                imported.recordType(),
                imported.fileName(),
                imported.state().name(),
                imported.work().map(Work::name).orElse(null),
                imported.encoding(),
                imported.delimiter(),
                imported.columns(),
                sample,
                imported.rowCount(),
                imported.mapping(),
                imported.remembered(),
                imported.done(),
                rate(imported),
                counts,
                imported.reason(),
                by(imported.memberId()),
                imported.createdAt(),
                imported.startedAt(),
                imported.finishedAt(),
                actions(imported));
    }

    private static double rate(Import imported) {
        if (imported.startedAt() == null) {
            return 0;
        }
        Instant end = Objects.requireNonNullElseGet(imported.finishedAt(), Instant::now);
        double seconds = Duration.between(imported.startedAt(), end).toMillis() / 1000.0;
        return seconds <= 0 ? 0 : Math.round(imported.done() / seconds * 10) / 10.0;
    }

    private Map<String, Integer> counts(UUID id) {
        ImportRows.Counts counts = rows.counts(id);
        Map<String, Integer> byName = new LinkedHashMap<>();
        Arrays.stream(RowState.values()).forEach(state -> byName.put(state.name(), counts.of(state)));
        byName.put("INCOMPLETE", counts.incomplete());
        byName.put("DUPLICATE", counts.duplicates());
        byName.put("UPDATE", counts.toUpdate());
        byName.put("BESIDES", rows.sideCount(id));
        return byName;
    }

    private By by(UUID member) {
        return member == null
                ? null
                : sql.first("select name from core.member where id = ?", row -> row.getString(1), member)
                        .map(name -> new By(member, name))
                        .orElse(null);
    }

    private static List<String> actions(Import imported) {
        if (imported.work().isPresent()) {
            return List.of("cancel");
        }
        List<String> actions = new ArrayList<>();
        switch (imported.state()) {
            case UPLOADED -> actions.add("mapping");
            case MAPPED -> actions.addAll(List.of("mapping", "validate"));
            case VALIDATED -> actions.addAll(List.of("mapping", "validate", "run"));
            case DONE, DONE_WITH_ERRORS, FAILED, CANCELLED -> actions.add("undo");
            default -> {}
        }
        actions.add("delete");
        return actions;
    }

    Rows rows(Import imported, RowFilter filter, int after, int limit, Locale language) {
        List<ImportRows.Known> found = rows.known(imported.id(), filter, after, limit + 1);
        List<RowView> items = found.stream()
                .limit(limit)
                .map(row -> row(imported, row, language))
                .toList();
        return new Rows(items, found.size() > limit ? items.get(limit - 1).n() : null);
    }

    RowView row(Import imported, ImportRows.Known known, Locale language) {
        return new RowView(
                known.row().n(),
                known.state().name(),
                known.title(),
                known.row().cells(),
                known.action(),
                known.incomplete(),
                known.errors().stream()
                        .map(error -> error(imported.mapping(), error, language))
                        .toList(),
                known.changes(),
                known.duplicateOf(),
                known.recordId());
    }

    private RowError error(ImportMapping mapping, FieldError error, Locale language) {
        Optional<String> column = mapping.about(error.field()).map(FieldMapping::column);
        return RowError.of(error, column.orElse(null), message(error, language));
    }

    String message(FieldError error, Locale language) {
        return texts.text(language, error.message(), Map.of("field", error.field()));
    }
}
