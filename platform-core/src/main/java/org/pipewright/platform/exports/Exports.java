package org.pipewright.platform.exports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.Query;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.imports.Names;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.records.ListRequest;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.Refusal;

/** Exports lists under row and field rights (S-IMP-11). */
@ApplicationScoped
class Exports {

    private static final int PAGE = 500;
    private static final List<String> TIMES = List.of("createdAt", "updatedAt");

    @Inject
    CallerBinding callers;

    @Inject
    ExportPages pages;

    @Inject
    Names names;

    /**
     * What is to be exported.
     *
     * @param fields names, comma-separated; blank for all
     * @param language of the header, or null for the names of the fields
     */
    record Wanted(String filter, String words, String sort, String fields, Locale language) {}

    Export export(DeclaredType type, Wanted wanted) {
        return export(type, wanted, callers::caller);
    }

    /** Reads each page with what the person may do by then; what may no longer be exported ends it. */
    Export export(DeclaredType type, Wanted wanted, Supplier<Caller> person) {
        return as(person, () -> begun(type, wanted, person));
    }

    private Export begun(DeclaredType type, Wanted wanted, Supplier<Caller> person) {
        requireExportable(type);
        List<DeclaredField> fields = fields(type, wanted.fields());
        return new Export(
                header(type, fields, wanted.language()),
                fields,
                pages.page(type, request(wanted, fields, PAGE, "")),
                cursor -> as(person, () -> following(type, wanted, fields, cursor)));
    }

    private <T> T as(Supplier<Caller> person, Supplier<T> reading) {
        return callers.during(person.get(), callers.origin(), reading);
    }

    /** How many records it would be. */
    int total(DeclaredType type, Wanted wanted) {
        requireExportable(type);
        return pages.total(type, request(wanted, fields(type, wanted.fields()), 1, ""));
    }

    private void requireExportable(DeclaredType type) {
        callers.requireFeature(type.feature());
        callers.requireCapability(CoreModule.EXPORTS);
        if (!callers.isAllowed(type.name(), Action.EXPORT)) {
            throw forbidden(type);
        }
    }

    private static Refusal forbidden(DeclaredType type) {
        return Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + Action.EXPORT);
    }

    private JsonObject following(DeclaredType type, Wanted wanted, List<DeclaredField> fields, String cursor) {
        requireExportable(type);
        if (!fields.stream().allMatch(field -> Query.isVisible(callers.caller(), type, field))) {
            throw forbidden(type);
        }
        return pages.page(type, request(wanted, fields, PAGE, cursor));
    }

    private static ListRequest request(Wanted wanted, List<DeclaredField> fields, int limit, String cursor) {
        List<String> selected = fields.stream().map(DeclaredField::name).toList();
        return new ListRequest(wanted.filter(), wanted.words(), wanted.sort(), limit, cursor, selected);
    }

    private List<DeclaredField> fields(DeclaredType type, String names) {
        if (names.isBlank()) {
            return type.shown().stream()
                    .filter(field -> !field.system() || TIMES.contains(field.name()))
                    .filter(field -> !type.isPlace(field))
                    .filter(field -> Query.isVisible(callers.caller(), type, field))
                    .toList();
        }
        return Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.equals("id"))
                .distinct()
                .map(name -> visible(type, name))
                .toList();
    }

    private DeclaredField visible(DeclaredType type, String name) {
        return type.listed(name)
                .filter(field -> Query.isVisible(callers.caller(), type, field))
                .orElseThrow(() -> InvalidFields.unknown("fields", List.of(name)));
    }

    private List<String> header(DeclaredType type, List<DeclaredField> fields, Locale language) {
        List<String> header = new ArrayList<>(List.of("id"));
        fields.forEach(field -> headings(type, field, language).forEach(header::add));
        return header;
    }

    private Stream<String> headings(DeclaredType type, DeclaredField field, Locale language) {
        String heading = language == null ? field.name() : names.label(type, field, language);
        if (field.kind() != FieldKind.MONEY) {
            return Stream.of(heading);
        }
        String currency = language == null ? field.name() + "Currency" : names.currencyLabel(type, field, language);
        return Stream.of(heading, currency);
    }
}
