package org.pipewright.platform.workflows;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.FieldKind;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.templates.TextTemplate;

/** What workflows of a record type can name in the bound tenant. */
@ApplicationScoped
class KnownSurroundings {

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RoleNames roles;

    @Inject
    Assignables criteria;

    DefinitionCheck.Surroundings of(DeclaredType type) {
        return new OfType(type);
    }

    /** What has a page on which buttons can stand, and is written by people. */
    Optional<DeclaredType> type(String name) {
        return types.named(name)
                .filter(type -> !type.isPart() && !type.declaration().kept());
    }

    private final class OfType implements DefinitionCheck.Surroundings {

        private final DeclaredType type;

        OfType(DeclaredType type) {
            this.type = type;
        }

        @Override
        public boolean hasRole(String name) {
            return roles.exists(name);
        }

        @Override
        public boolean understands(String text) {
            return criteria.understands(type.name(), text);
        }

        @Override
        public boolean isWritable(String field) {
            return writable(field).isPresent();
        }

        private Optional<DeclaredField> writable(String name) {
            return type.field(name)
                    .filter(field -> !field.readOnly() && !field.system() && field.kind() != FieldKind.FILE);
        }

        @Override
        public String misfit(String field, JsonValue value) {
            try {
                FieldValues.read(writable(field).orElseThrow(), value);
                return "";
            } catch (FieldValues.Unfit e) {
                return e.code();
            }
        }

        @Override
        public boolean isPlainVerb(String verb) {
            return types.verbs(type).stream()
                    .filter(known -> known.name().equals(verb))
                    .anyMatch(known ->
                            TypeReading.input(known.input()).values().stream().noneMatch(DeclaredField::required));
        }

        @Override
        public boolean takesActivities() {
            return type.declaration().activities();
        }

        @Override
        public boolean hasTemplate(UUID template) {
            return reading.allows(types.named(TextTemplate.NAME).orElseThrow(), template, Action.VIEW);
        }
    }
}
