package org.pipewright.platform.imports;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.csv.CsvFile;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.jobs.Jobs;
import org.pipewright.platform.modules.CoreModule;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Origin;
import org.pipewright.platform.usage.Quota;

/** Takes files in and starts what is done with them. */
@ApplicationScoped
class Imports {

    private static final CsvFile.Limits LIMITS = new CsvFile.Limits(200_000, 300);
    private static final int OPEN_AT_ONCE = 3;

    @Inject
    Quota quota;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    @Inject
    StoredImports imports;

    @Inject
    ImportRows rows;

    @Inject
    Names names;

    @Inject
    Jobs jobs;

    @Inject
    Sessions sessions;

    @Inject
    ImportSteps steps;

    /** A file as it was sent. */
    record Upload(byte[] bytes, String name, Optional<Charset> encoding, Optional<Character> delimiter) {}

    UUID upload(DeclaredType type, Upload upload) {
        CsvFile file = read(upload);
        quota.requireImport(file.rows().size());
        List<DeclaredField> targets = MappingCheck.targets(callers.caller(), type);
        String key = headerKey(file.header());
        Optional<ImportMapping> remembered =
                imports.remembered(type.name(), key).filter(mapping -> isPossible(type, file.header(), mapping));
        ImportMapping mapping = remembered.orElseGet(
                () -> new MappingSuggestion(type, names, file.header(), file.rows()).suggest(targets));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        imports.add(imported(id, type, upload, file, key, mapping, remembered.isPresent()));
        rows.add(id, file.rows());
        return id;
    }

    private static CsvFile read(Upload upload) {
        try {
            return CsvFile.read(upload.bytes(), upload.encoding(), upload.delimiter(), LIMITS);
        } catch (CsvFile.Unreadable e) {
            throw new Refusal(
                    e.code().startsWith("too-many") ? CoreErrorCode.TOO_LARGE : CoreErrorCode.INVALID,
                    Map.of(),
                    List.of(InvalidFields.error("file", e.code())));
        }
    }

    private Import imported(
            UUID id,
            DeclaredType type,
            Upload upload,
            CsvFile file,
            String key,
            ImportMapping mapping,
            boolean remembered) {
        return new Import(
                id,
                type.name(),
                callers.memberId(),
                upload.name(),
                ImportState.UPLOADED,
                file.encoding().name(),
                String.valueOf(file.delimiter()),
                file.header(),
                key,
                mapping,
                remembered,
                file.rows().size(),
                Optional.empty(),
                0,
                false,
                null,
                null,
                null,
                null);
    }

    private static String headerKey(List<String> header) {
        String key = header.stream().map(CellText::key).sorted().collect(Collectors.joining("|"));
        return Integer.toHexString(key.hashCode()) + "-" + header.size() + "-"
                + key.substring(0, Math.min(200, key.length()));
    }

    private boolean isPossible(DeclaredType type, List<String> columns, ImportMapping mapping) {
        try {
            requireMapping(type, columns, mapping);
            return true;
        } catch (Refusal e) {
            return false;
        }
    }

    private void requireMapping(DeclaredType type, List<String> columns, ImportMapping mapping) {
        if (mapping.historical()) {
            callers.requireCapability(CoreModule.HISTORICAL_IMPORTS);
        }
        requireRight(type, Action.CREATE, mapping.creates());
        requireRight(type, Action.EDIT, mapping.updates());
        new MappingCheck(types, callers.caller(), type, columns).require(mapping);
    }

    private void requireRight(DeclaredType type, String action, boolean needed) {
        if (needed && !callers.isAllowed(type.name(), action)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + action);
        }
    }

    /** The type at whose imports the caller may be; refuses otherwise. */
    DeclaredType importable(String recordType) {
        DeclaredType type = types.named(recordType == null ? "" : recordType)
                .filter(declared -> declared.declaration().importable())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        callers.requireFeature(type.feature());
        callers.requireCapability(CoreModule.IMPORTS);
        requireRight(type, Action.IMPORT, true);
        return type;
    }

    /** An import the caller may see: an own one, or any for those who may import everywhere. */
    Import visible(UUID id) {
        return visible(imports.withId(id));
    }

    private Import locked(UUID id) {
        return visible(imports.locked(id));
    }

    private Import visible(Optional<Import> found) {
        Import imported = found.orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        DeclaredType type = importable(imported.recordType());
        if (!reaches(type, imported)) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
        return imported;
    }

    private boolean reaches(DeclaredType type, Import imported) {
        Caller caller = callers.caller();
        Level level = caller.level(type.name(), Action.IMPORT);
        return RowAccess.reaches(caller, level, imported.memberId(), null);
    }

    List<Import> latest() {
        Caller caller = callers.caller();
        Map<String, DeclaredType> importable = types.all().stream()
                .filter(type -> caller.has(type.feature()))
                .filter(type -> callers.isAllowed(type.name(), Action.IMPORT))
                .collect(Collectors.toMap(DeclaredType::name, type -> type));
        return imports.latest(new ArrayList<>(importable.keySet())).stream()
                .filter(imported -> reaches(importable.get(imported.recordType()), imported))
                .toList();
    }

    void map(UUID id, ImportMapping mapping) {
        Import imported = locked(id);
        requireIdle(imported, "mapping", ImportState.BEFORE_RUN.contains(imported.state()));
        DeclaredType type = importable(imported.recordType());
        requireMapping(type, imported.columns(), mapping);
        imports.mapped(id, mapping);
        imports.remember(imported.recordType(), imported.headerKey(), mapping);
        rows.reset(id);
    }

    private static void requireIdle(Import imported, String action, boolean possible) {
        if (!possible || imported.work().isPresent()) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, action);
        }
    }

    void validate(UUID id) {
        Import imported = locked(id);
        boolean mapped = imported.state() == ImportState.MAPPED || imported.state() == ImportState.VALIDATED;
        requireIdle(imported, "validate", mapped);
        requireMapping(importable(imported.recordType()), imported.columns(), imported.mapping());
        rows.reset(id);
        begin(imported, Work.VALIDATE, ImportState.MAPPED);
    }

    void run(UUID id) {
        Import imported = locked(id);
        requireIdle(imported, "run", imported.state() == ImportState.VALIDATED);
        requireMapping(importable(imported.recordType()), imported.columns(), imported.mapping());
        begin(imported, Work.RUN, ImportState.RUNNING);
    }

    void undo(UUID id) {
        Import imported = locked(id);
        requireIdle(imported, "undo", ImportState.AFTER_RUN.contains(imported.state()));
        begin(imported, Work.UNDO, imported.state());
    }

    private void begin(Import imported, Work work, ImportState state) {
        if (imports.openCount() >= OPEN_AT_ONCE) {
            throw Refusal.of(CoreErrorCode.QUOTA_EXCEEDED, String.valueOf(OPEN_AT_ONCE));
        }
        imports.begin(imported.id(), work, state);
        jobs.start(
                ImportWork.KIND,
                Json.createObjectBuilder()
                        .add("import", imported.id().toString())
                        .add("work", work.name())
                        .build(),
                OptionalInt.of(imported.rowCount()));
    }

    void cancel(UUID id) {
        visible(id);
        if (!imports.requestCancel(id)) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, "cancel");
        }
    }

    void delete(UUID id) {
        Import imported = locked(id);
        requireIdle(imported, "delete", true);
        imports.delete(id);
    }

    /** Changes cells of a row; one that was rehearsed is rehearsed again at once. */
    void change(UUID id, int n, RowChange change) {
        Import imported = locked(id);
        requireIdle(imported, "rows", ImportState.BEFORE_RUN.contains(imported.state()));
        Row row = rows.at(id, n).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        List<FieldError> errors = change.cells().keySet().stream()
                .filter(column -> !imported.columns().contains(column))
                .map(column -> InvalidFields.error("cells." + column, "unknown"))
                .toList();
        InvalidFields.requireNone(errors);
        List<String> cells = new ArrayList<>(row.cells());
        change.cells()
                .forEach((column, text) -> cells.set(
                        imported.columns().indexOf(column),
                        Objects.requireNonNullElse(text, "").replace("\0", "")));
        rows.change(id, n, cells);
        if (imported.state() == ImportState.VALIDATED) {
            rehearse(imported, new Row(n, cells));
        }
    }

    private void rehearse(Import imported, Row row) {
        callers.from(Origin.IMPORT, () -> {
            ImportSession session = sessions.begin(imported, true);
            rows.store(imported.id(), steps.rehearsed(session, List.of(row)));
            return null;
        });
    }
}
