package org.pipewright.platform.imports;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.Caller.TenantFacts;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;

/** Begins the work on the rows of an import. */
@ApplicationScoped
@Transactional
class Sessions {

    @Inject
    RecordTypes types;

    @Inject
    ImportRows rows;

    @Inject
    Names names;

    @Inject
    CallerBinding callers;

    ImportSession begin(Import imported, boolean rehearsal) {
        DeclaredType type = types.named(imported.recordType()).orElseThrow();
        TenantFacts tenant = callers.caller().tenant();
        RowTranslation translation = new RowTranslation(
                type,
                imported.mapping(),
                imported.columns(),
                names,
                new RowTranslation.Setting(tenant.currency(), tenant.timeZone()));
        return new ImportSession(imported, type, translation, fileTitles(imported, type), rehearsal);
    }

    /** Titles of the file's rows, if rows refer to rows. */
    private Set<String> fileTitles(Import imported, DeclaredType type) {
        boolean refersToItself = type.referencesTo(type.name()).stream()
                .anyMatch(field -> imported.mapping().of(field.name()).isPresent());
        return refersToItself ? titles(imported, type).map(Lookup::fold).collect(Collectors.toSet()) : Set.of();
    }

    private Stream<String> titles(Import imported, DeclaredType type) {
        return imported.mapping().of(type.title().name()).map(FieldMapping::column).stream()
                .map(column -> imported.columns().indexOf(column))
                .map(index -> rows.values(imported.id(), index, 1_000_000))
                .flatMap(List::stream)
                .map(ImportRows.ValueCount::value);
    }
}
