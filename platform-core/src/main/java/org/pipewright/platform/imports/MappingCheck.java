package org.pipewright.platform.imports;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.pipewright.platform.access.Caller;
import org.pipewright.platform.access.Caller.FieldAccess;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.money.Money;

/** Tells everything that is wrong with a mapping at once. */
final class MappingCheck {

    private static final Set<String> MODES =
            Set.of(ImportMapping.CREATE, ImportMapping.UPDATE, ImportMapping.CREATE_OR_UPDATE);

    private final RecordTypes types;
    private final Caller caller;
    private final DeclaredType type;
    private final List<String> columns;
    private final List<FieldError> errors = new ArrayList<>();

    MappingCheck(RecordTypes types, Caller caller, DeclaredType type, List<String> columns) {
        this.types = types;
        this.caller = caller;
        this.type = type;
        this.columns = columns;
    }

    /** Fields an import of the caller can fill; a cell holds no file. */
    static List<DeclaredField> targets(Caller caller, DeclaredType type) {
        return type.writable().stream()
                .filter(field -> field.kind() != FieldKind.FILE)
                .filter(field -> caller.has(field.feature()))
                .filter(field -> caller.access(type.name(), field.name()) == FieldAccess.EDIT)
                .toList();
    }

    void require(ImportMapping mapping) {
        if (!MODES.contains(mapping.mode())) {
            reject("mode", "invalid");
        }
        Set<String> fields = new HashSet<>();
        for (int i = 0; i < mapping.fields().size(); i++) {
            FieldMapping field = mapping.fields().get(i);
            String path = "fields[" + i + "].";
            if (!fields.add(field.field())) {
                reject(path + "field", "duplicate");
            }
            check(field, path, mapping);
        }
        mapping.keys().stream().filter(key -> !isKey(key, mapping)).forEach(key -> reject("keys", "invalid"));
        if (mapping.updates() && mapping.keys().isEmpty()) {
            reject("keys", "required");
        }
        InvalidFields.requireNone(errors);
    }

    private void check(FieldMapping field, String path, ImportMapping mapping) {
        checkColumn(field.column(), path + "column");
        checkColumn(field.currencyColumn(), path + "currencyColumn");
        if (field.column() == null && field.constant() == null) {
            reject(path + "column", "required");
        }
        if (field.currency() != null && !Money.isCurrency(field.currency())) {
            reject(path + "currency", "invalid");
        }
        if (!field.field().equals(ImportMapping.ID)) {
            target(field.field(), mapping)
                    .ifPresentOrElse(declared -> check(field, declared, path), () -> reject(path + "field", "unknown"));
        }
    }

    private void checkColumn(String column, String path) {
        if (column != null && !columns.contains(column)) {
            reject(path, "unknown");
        }
    }

    private Optional<DeclaredField> target(String name, ImportMapping mapping) {
        if (name.equals("createdAt") && mapping.historical()) {
            return type.field(name);
        }
        List<DeclaredField> targets = targets(caller, type);
        return targets.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .or(() -> PointTarget.named(type, name)
                        .filter(target -> targets.contains(target.list()))
                        .map(PointTarget::part));
    }

    private void check(FieldMapping field, DeclaredField declared, String path) {
        if (field.format() != null && !isFormat(field.format(), declared.kind())) {
            reject(path + "format", "invalid");
        }
        if (declared.kind() == FieldKind.REFERENCE && !isName(field.by(), declared)) {
            reject(path + "by", "unknown");
        }
        if (field.createsMissing() && !isMakeable(declared)) {
            reject(path + "createMissing", "not-creatable");
        }
    }

    private static boolean isFormat(String format, FieldKind kind) {
        return switch (kind) {
            case DATE, INSTANT -> CellText.isPattern(format);
            case INTEGER, DECIMAL, MONEY -> format.equals(",") || format.equals(".");
            default -> false;
        };
    }

    private boolean isName(String by, DeclaredField reference) {
        return by == null
                || by.equals("id")
                || by.equals("title")
                || types.named(reference.references())
                        .flatMap(target -> target.field(by).filter(field -> isVisible(target, field)))
                        .filter(Lookup::names)
                        .isPresent();
    }

    private boolean isVisible(DeclaredType target, DeclaredField field) {
        return caller.has(field.feature()) && caller.access(target.name(), field.name()) != FieldAccess.NONE;
    }

    /** A record can be made by its title if that can be written. */
    private boolean isMakeable(DeclaredField reference) {
        return reference.kind() == FieldKind.REFERENCE
                && types.named(reference.references())
                        .filter(target -> !target.title().readOnly())
                        .isPresent();
    }

    private boolean isKey(String key, ImportMapping mapping) {
        boolean mapped = mapping.of(key).isPresent();
        return mapped
                && (key.equals(ImportMapping.ID)
                        || type.field(key).filter(MappingCheck::recognises).isPresent());
    }

    private static boolean recognises(DeclaredField field) {
        return Lookup.names(field)
                || field.kind() == FieldKind.REFERENCE
                || field.kind() == FieldKind.DATE
                || field.kind() == FieldKind.CHOICE;
    }

    private void reject(String field, String code) {
        errors.add(InvalidFields.error(field, code));
    }
}
