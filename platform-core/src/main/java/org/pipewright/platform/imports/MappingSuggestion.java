package org.pipewright.platform.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;

/** Suggests which column goes into which field: by name, by label in any language, by other words for it. */
final class MappingSuggestion {

    private static final int BY_NAME = 100;
    private static final int BY_LABEL = 90;
    private static final int BY_SYNONYM = 80;
    private static final int BY_TYPE = 70;
    private static final int SAMPLE = 200;

    private final DeclaredType type;
    private final Names names;
    private final List<String> columns;
    private final List<List<String>> rows;

    MappingSuggestion(DeclaredType type, Names names, List<String> columns, List<List<String>> rows) {
        this.type = type;
        this.names = names;
        this.columns = columns;
        this.rows = rows.subList(0, Math.min(SAMPLE, rows.size()));
    }

    ImportMapping suggest(List<DeclaredField> targets) {
        List<FieldMapping> fields = new ArrayList<>();
        column(Stream.of("id"), BY_NAME)
                .ifPresent(match -> fields.add(FieldMapping.of(ImportMapping.ID, match.name())));
        targets.forEach(field -> best(field).ifPresent(match -> fields.add(mapping(field, match.name()))));
        targets.stream()
                .flatMap(PointTarget::of)
                .forEach(target -> best(target)
                        .filter(match ->
                                fields.stream().noneMatch(field -> match.name().equals(field.column())))
                        .ifPresent(match -> fields.add(FieldMapping.of(target.name(), match.name()))));
        boolean byId = fields.stream().anyMatch(field -> field.field().equals(ImportMapping.ID)) && holdsIds();
        return byId
                ? new ImportMapping(fields, ImportMapping.CREATE_OR_UPDATE, List.of(ImportMapping.ID), false)
                : new ImportMapping(
                        fields.stream()
                                .filter(field -> !field.field().equals(ImportMapping.ID))
                                .toList(),
                        ImportMapping.CREATE,
                        List.of(),
                        false);
    }

    private boolean holdsIds() {
        return column(Stream.of("id"), BY_NAME)
                .filter(match -> cells(match.name()).stream().allMatch(cell -> cell.isBlank() || cell.length() == 36))
                .isPresent();
    }

    private record Match(String name, int score) {}

    private Optional<Match> best(DeclaredField field) {
        boolean isTitle = field.name().equals(type.title().name());
        return Stream.of(
                        column(Stream.of(field.name()), BY_NAME),
                        column(names.labels(type, field), BY_LABEL),
                        column(names.synonyms(type, field), BY_SYNONYM),
                        isTitle ? column(titleWords(), BY_TYPE) : Optional.<Match>empty())
                .flatMap(Optional::stream)
                .max(Comparator.comparing(Match::score));
    }

    private Optional<Match> best(PointTarget target) {
        return column(Stream.of(target.name()), BY_NAME).or(() -> column(names.synonyms(target), BY_SYNONYM));
    }

    /** A column that is called like the record type names its records. */
    private Stream<String> titleWords() {
        return names.typeNames(type).flatMap(name -> Stream.of(name, name + " name", name + " id"));
    }

    private Optional<Match> column(Stream<String> words, int score) {
        List<String> wanted = words.map(CellText::key).toList();
        return columns.stream()
                .filter(column -> wanted.contains(CellText.key(column)))
                .findFirst()
                .map(column -> new Match(column, score));
    }

    private FieldMapping mapping(DeclaredField field, String column) {
        String currency = field.kind() == FieldKind.MONEY
                ? column(names.currencyLabels(type, field), BY_NAME)
                        .map(Match::name)
                        .orElse(null)
                : null;
        return new FieldMapping(
                field.name(), column, null, null, format(field, column), null, null, null, currency, null);
    }

    private String format(DeclaredField field, String column) {
        return switch (field.kind()) {
            case DATE, INSTANT -> ColumnFormats.days(cells(column)).orElse(null);
            case INTEGER, DECIMAL, MONEY ->
                ColumnFormats.decimals(cells(column)).orElse(null);
            default -> null;
        };
    }

    private List<String> cells(String column) {
        int index = columns.indexOf(column);
        return IntStream.range(0, rows.size())
                .mapToObj(row -> rows.get(row).get(index))
                .toList();
    }
}
