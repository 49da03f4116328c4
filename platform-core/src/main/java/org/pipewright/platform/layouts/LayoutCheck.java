package org.pipewright.platform.layouts;

import static org.pipewright.platform.errors.InvalidFields.reject;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.roles.RoleTitles;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.texts.Languages;

/** Tells everything that is wrong with a layout. */
@ApplicationScoped
class LayoutCheck {

    /** Most layouts that a tenant can have of a record type. */
    static final int MOST = 100;

    private static final int LONGEST_LABEL = 80;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RoleTitles roles;

    /** Refuses a new layout that cannot be; the others are all there are. */
    void requireNew(LayoutView layout, List<LayoutView> others) {
        List<FieldError> errors = new ArrayList<>();
        Optional<DeclaredType> type = typeOf(layout);
        reject(errors, type.isEmpty(), "recordType", "not-found");
        reject(errors, layout.role() != null && !roles.all().containsKey(layout.role()), "role", "not-found");
        type.filter(found -> layout.kind() != null).ifPresent(found -> checkKind(found, layout.kind(), errors));
        type.ifPresent(found -> checkContent(found, layout, errors));
        long same = others.stream()
                .filter(other -> other.recordType().equals(layout.recordType()))
                .count();
        reject(errors, same >= MOST, "recordType", "too-many");
        InvalidFields.requireNone(errors);
        if (others.stream().anyMatch(layout::isFor)) {
            throw new Refusal(
                    CoreErrorCode.DUPLICATE,
                    Map.of("name", layout.recordType()),
                    List.of(InvalidFields.error("role", "taken")));
        }
    }

    /** Refuses what a layout cannot become. */
    void require(LayoutView layout) {
        List<FieldError> errors = new ArrayList<>();
        typeOf(layout).ifPresent(type -> checkContent(type, layout, errors));
        InvalidFields.requireNone(errors);
    }

    /** What has forms and lists of its own; parts are written in those of their host. */
    private Optional<DeclaredType> typeOf(LayoutView layout) {
        return types.named(layout.recordType()).filter(type -> !type.isPart());
    }

    private void checkKind(DeclaredType type, LayoutView.Kind kind, List<FieldError> errors) {
        Optional<DeclaredField> field = type.field(kind.field()).filter(LayoutCheck::isArranged);
        reject(errors, field.isEmpty(), "kind.field", "not-found");
        field.ifPresent(found -> {
            switch (found.kind()) {
                case CHOICE -> reject(errors, !found.choices().contains(kind.value()), "kind.value", "not-a-choice");
                case BOOLEAN -> reject(errors, !kind.value().matches("true|false"), "kind.value", "not-yes-or-no");
                case REFERENCE -> reject(errors, !isThere(found, kind.value()), "kind.value", "not-found");
                default -> reject(errors, true, "kind.field", "invalid");
            }
        });
    }

    private boolean isThere(DeclaredField field, String value) {
        return id(value)
                .flatMap(id -> types.named(field.references()).filter(type -> reading.allows(type, id, Action.VIEW)))
                .isPresent();
    }

    static Optional<UUID> id(String value) {
        try {
            return Optional.of(UUID.fromString(value))
                    .filter(id -> id.toString().equalsIgnoreCase(value));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static void checkContent(DeclaredType type, LayoutView layout, List<FieldError> errors) {
        reject(errors, layout.sections().isEmpty() && layout.columns().isEmpty(), "sections", "required");
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < layout.sections().size(); i++) {
            LayoutSection section = layout.sections().get(i);
            String place = "sections." + i;
            checkLabels(place + ".labels", section, errors);
            reject(errors, section.fields().isEmpty(), place + ".fields", "required");
            for (int j = 0; j < section.fields().size(); j++) {
                String name = section.fields().get(j);
                String there = place + ".fields." + j;
                reject(errors, !isArranged(type, name), there, "unknown");
                reject(errors, name != null && !placed.add(name), there, "duplicate");
            }
        }
        checkColumns(type, layout.columns(), errors);
    }

    private static void checkLabels(String place, LayoutSection section, List<FieldError> errors) {
        Languages.check(place, section.labels(), LONGEST_LABEL, errors);
        reject(errors, section.group().indexOf('\0') >= 0, place.replace(".labels", ".group"), "invalid");
    }

    private static void checkColumns(DeclaredType type, List<String> columns, List<FieldError> errors) {
        Set<String> placed = new HashSet<>();
        for (int i = 0; i < columns.size(); i++) {
            String name = columns.get(i);
            boolean listed = name != null
                    && type.listed(name).filter(field -> !type.isPlace(field)).isPresent();
            reject(errors, !listed, "columns." + i, "unknown");
            reject(errors, name != null && !placed.add(name), "columns." + i, "duplicate");
        }
    }

    private static boolean isArranged(DeclaredType type, String name) {
        return name != null
                && type.field(name)
                        .filter(LayoutCheck::isArranged)
                        .filter(field -> !type.isPlace(field))
                        .isPresent();
    }

    /** Owner, team and what the core sets have a place of their own on every page. */
    private static boolean isArranged(DeclaredField field) {
        return !field.system() && !field.isOwnership() && field.kind() != FieldKind.ID;
    }
}
