package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.imports.ImportView.Match;
import org.pipewright.platform.imports.ImportView.ValueView;
import org.pipewright.platform.imports.ImportView.Values;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Tells for the values of a column which records or choices they are, or probably mean: GTXPro is GTX Pro. */
@ApplicationScoped
class ColumnValues {

    private static final int MOST_VALUES = 500;
    private static final int MOST_TITLES = 5000;

    @Inject
    ImportRows rows;

    @Inject
    RecordTypes types;

    @Inject
    Lookup lookup;

    @Inject
    Names names;

    Values of(Import imported, DeclaredType type, DeclaredField field, String column) {
        Candidates candidates = new Candidates(matches(type, field));
        List<ValueView> values = rows.values(imported.id(), imported.columns().indexOf(column), MOST_VALUES).stream()
                .map(value -> candidates.view(value))
                .toList();
        return new Values(values);
    }

    private Map<String, Match> matches(DeclaredType type, DeclaredField field) {
        Map<String, Match> byText = new LinkedHashMap<>();
        if (!field.references().isEmpty()) {
            types.named(field.references())
                    .map(target -> lookup.titles(target, MOST_TITLES))
                    .orElse(List.of())
                    .forEach(hit -> byText.putIfAbsent(Lookup.fold(hit.value()), new Match(hit.id(), hit.value())));
        }
        field.choices()
                .forEach(value -> Stream.concat(Stream.of(value), names.choice(type, field, value))
                        .forEach(word -> byText.putIfAbsent(Lookup.fold(word), new Match(null, value))));
        return byText;
    }

    /** What values can stand for. */
    static final class Candidates {

        private final Map<String, Match> byText;

        Candidates(Map<String, Match> byText) {
            this.byText = byText;
        }

        ValueView view(ImportRows.ValueCount value) {
            Match match = byText.get(Lookup.fold(value.value()));
            Match suggestion = match == null && !value.value().isBlank()
                    ? suggestion(value.value()).orElse(null)
                    : null;
            return new ValueView(value.value(), value.count(), match, suggestion);
        }

        /** The same but for case, spaces and signs; else the only one that contains the value or is contained in it. */
        Optional<Match> suggestion(String value) {
            String key = CellText.key(value);
            return only(byText.entrySet().stream()
                            .filter(entry -> CellText.key(entry.getKey()).equals(key)))
                    .or(() -> only(
                            byText.entrySet().stream().filter(entry -> contains(CellText.key(entry.getKey()), key))));
        }

        private static boolean contains(String one, String other) {
            return one.length() > 2 && other.length() > 2 && (one.contains(other) || other.contains(one));
        }

        private static Optional<Match> only(Stream<Map.Entry<String, Match>> entries) {
            List<Match> found =
                    entries.map(Map.Entry::getValue).distinct().limit(2).toList();
            return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
        }
    }
}
