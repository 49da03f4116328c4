package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.csv.CsvOutput;
import org.pipewright.platform.csv.Formulas;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.texts.Texts;

/** Files around an import: the template to fill in, and the rows that did not come in. */
@ApplicationScoped
class ImportFiles {

    private static final int PAGE = 1000;

    @Inject
    ImportRows rows;

    @Inject
    ImportViews views;

    @Inject
    Names names;

    @Inject
    Texts texts;

    @Inject
    CallerBinding callers;

    /** A file with nothing but a header: required fields first. */
    byte[] template(DeclaredType type, Locale language) {
        List<DeclaredField> fields = MappingCheck.targets(callers.caller(), type);
        List<String> header = Stream.concat(
                        fields.stream().filter(DeclaredField::required),
                        fields.stream().filter(field -> !field.required()))
                .flatMap(field -> headings(type, field, language))
                .toList();
        return file(List.of(header));
    }

    private Stream<String> headings(DeclaredType type, DeclaredField field, Locale language) {
        String label = names.label(type, field, language);
        return field.kind() == FieldKind.MONEY
                ? Stream.of(label, names.currencyLabel(type, field, language))
                : Stream.of(label);
    }

    /** The rows that did not come in, as they were sent, with a column that says why. */
    byte[] errors(Import imported, Locale language) {
        List<List<String>> lines = new ArrayList<>();
        List<String> header = new ArrayList<>(imported.columns());
        header.add(texts.text(language, "core.import.reason", Map.of()));
        lines.add(header);
        List<ImportRows.Known> page = rows.known(imported.id(), RowFilter.ERROR, 0, PAGE);
        while (!page.isEmpty()) {
            page.forEach(row -> lines.add(line(row, language)));
            page = rows.known(
                    imported.id(),
                    RowFilter.ERROR,
                    page.get(page.size() - 1).row().n(),
                    PAGE);
        }
        return file(lines);
    }

    private List<String> line(ImportRows.Known row, Locale language) {
        List<String> line = new ArrayList<>(row.row().cells());
        line.add(row.errors().stream()
                .map(error -> Stream.of(error.field(), views.message(error, language))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(": ")))
                .collect(Collectors.joining("; ")));
        return line;
    }

    private static byte[] file(List<List<String>> lines) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (CsvOutput csv = CsvOutput.to(bytes, true)) {
            lines.forEach(
                    line -> csv.row(line.stream().map(Formulas::neutralised).toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
