package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.spi.texts.Language;
import org.pipewright.platform.texts.Languages;
import org.pipewright.platform.texts.Texts;

/** What record types, fields and choices are called, in every language there is. */
@ApplicationScoped
public class Names {

    @Inject
    Texts texts;

    /** The field's label; its name where there is none. */
    public String label(DeclaredType type, DeclaredField field, Locale language) {
        return Stream.of(type.labelOf(field), "core.record." + field.name())
                .filter(texts::has)
                .map(key -> texts.text(language, key, Map.of()))
                .findFirst()
                .orElse(field.name());
    }

    /** Heading of the column beside an amount. */
    public String currencyLabel(DeclaredType type, DeclaredField field, Locale language) {
        return label(type, field, language) + " (" + texts.text(language, "core.currency", Map.of()) + ")";
    }

    Stream<String> labels(DeclaredType type, DeclaredField field) {
        return Languages.all().stream()
                .map(language -> label(type, field, language))
                .distinct();
    }

    Stream<String> currencyLabels(DeclaredType type, DeclaredField field) {
        return Stream.concat(
                Stream.of(field.name() + "Currency"),
                Languages.all().stream().map(language -> currencyLabel(type, field, language)));
    }

    /** What the type's records are called. */
    Stream<String> typeNames(DeclaredType type) {
        return Languages.all().stream()
                .flatMap(language -> Stream.of(".one", ".many")
                        .map(form -> type.name() + form)
                        .filter(texts::has)
                        .map(key -> texts.text(language, key, Map.of())));
    }

    /** Other words for a field: those of the type's own texts, then those the core knows for fields of that name. */
    Stream<String> synonyms(DeclaredType type, DeclaredField field) {
        return Stream.of(type.labelOf(field) + ".synonyms", "core.import.synonyms." + field.name())
                .flatMap(this::synonyms);
    }

    /** Other words for a place: those of its kind, and those of the part for the first kind there is. */
    Stream<String> synonyms(PointTarget target) {
        boolean first = target.list().kinds().get(0).equals(target.kind());
        String list = "core.import.synonyms." + target.list().kind().key();
        return Stream.of(
                        target.list().parts().size() == 1
                                ? list + "." + target.kind()
                                : list + "." + target.kind() + "."
                                        + target.part().name(),
                        first ? list + "." + target.part().name() : "")
                .filter(key -> !key.isEmpty())
                .flatMap(this::synonyms);
    }

    private Stream<String> synonyms(String key) {
        return texts.has(key)
                ? Languages.all().stream()
                        .flatMap(language -> Arrays.stream(
                                texts.text(language, key, Map.of()).split(",")))
                : Stream.of();
    }

    /** Whether a cell says yes or no, in whichever language. */
    Optional<Boolean> yesOrNo(String cell) {
        return CellText.yesOrNo(cell)
                .or(() -> says("core.yes", cell) ? Optional.of(true) : Optional.empty())
                .or(() -> says("core.no", cell) ? Optional.of(false) : Optional.empty());
    }

    private boolean says(String key, String cell) {
        return Languages.all().stream()
                .anyMatch(language -> texts.text(language, key, Map.of()).equalsIgnoreCase(cell.strip()));
    }

    /** Labels of a choice's value; of a language what people call it, whichever they speak. */
    Stream<String> choice(DeclaredType type, DeclaredField field, String value) {
        if (field.isLanguage()) {
            return Languages.all().stream().map(Language.of(value).locale()::getDisplayLanguage);
        }
        String key = type.labelOf(field) + "." + value;
        return texts.has(key)
                ? Languages.all().stream().map(language -> texts.text(language, key, Map.of()))
                : Stream.of();
    }
}
