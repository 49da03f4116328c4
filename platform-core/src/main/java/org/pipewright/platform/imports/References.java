package org.pipewright.platform.imports;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.imports.ImportMapping.FieldMapping;
import org.pipewright.platform.records.RecordWriting;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.errors.Refusal;

/** Finds the records that rows refer to by id or name, and makes those that are missing where the mapping says so. */
@ApplicationScoped
class References {

    @Inject
    RecordTypes types;

    @Inject
    Lookup lookup;

    @Inject
    RecordWriting writing;

    @Inject
    ImportRows importRows;

    /** Sets the references of the rows; what cannot be found is told on the row. */
    void resolve(ImportSession session, List<Translated> rows) {
        session.mapping()
                .fields()
                .forEach(mapping -> session.type()
                        .field(mapping.field())
                        .filter(field -> !field.references().isEmpty())
                        .ifPresent(field -> new OneField(session, mapping, field).resolve(rows)));
    }

    /** The only record of the field's target with that name. */
    Optional<UUID> find(DeclaredField field, String name) {
        DeclaredType target = types.named(field.references()).orElseThrow();
        List<UUID> hits = lookup.by(target, target.title(), List.of(name)).getOrDefault(Lookup.fold(name), List.of());
        return hits.size() == 1 ? Optional.of(hits.get(0)) : Optional.empty();
    }

    private final class OneField {

        private final ImportSession session;
        private final FieldMapping mapping;
        private final DeclaredField field;
        private final DeclaredType target;
        private final Map<String, List<UUID>> hits = new HashMap<>();

        OneField(ImportSession session, FieldMapping mapping, DeclaredField field) {
            this.session = session;
            this.mapping = mapping;
            this.field = field;
            this.target = types.named(field.references()).orElseThrow();
        }

        void resolve(List<Translated> rows) {
            List<Translated> referring = rows.stream()
                    .filter(row -> row.references().containsKey(field.name()))
                    .toList();
            Set<String> unknown = referring.stream()
                    .map(this::name)
                    .filter(name -> session.reference(field.name(), name).isEmpty())
                    .collect(Collectors.toSet());
            hits.putAll(find(unknown));
            referring.forEach(this::set);
        }

        private String name(Translated row) {
            return row.references().get(field.name());
        }

        private Map<String, List<UUID>> find(Collection<String> names) {
            if ("id".equals(mapping.by())) {
                return byId(names);
            }
            DeclaredField by = mapping.by() == null || mapping.by().equals("title")
                    ? target.title()
                    : target.field(mapping.by()).orElseThrow();
            Map<String, List<UUID>> found = lookup.by(target, by, names);
            byId(names).forEach(found::putIfAbsent);
            return found;
        }

        private Map<String, List<UUID>> byId(Collection<String> names) {
            Map<UUID, String> ids = new HashMap<>();
            names.forEach(name -> uuid(name).ifPresent(id -> ids.put(id, name)));
            return lookup.ids(target, ids.keySet()).stream()
                    .collect(Collectors.toMap(id -> Lookup.fold(ids.get(id)), List::of, (one, other) -> one));
        }

        private Optional<UUID> uuid(String text) {
            try {
                return text.length() == 36 ? Optional.of(UUID.fromString(text)) : Optional.empty();
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }

        private void set(Translated row) {
            String name = name(row);
            Optional<UUID> known = session.reference(field.name(), name);
            List<UUID> found = known.map(List::of).orElseGet(() -> hits.getOrDefault(Lookup.fold(name), List.of()));
            if (found.size() == 1) {
                session.remember(field.name(), name, found.get(0));
                row.put(field.name(), JSON.createValue(found.get(0).toString()));
            } else if (found.size() > 1) {
                row.reject(field.name(), "ambiguous");
            } else if (target == session.type() && session.willHave(name)) {
                row.defer(field.name(), name);
            } else if (mapping.createsMissing()) {
                make(row, name);
            } else {
                row.reject(field.name(), "not-found");
            }
        }

        private void make(Translated row, String name) {
            try {
                JsonObject members = JSON.createObjectBuilder()
                        .add(target.title().name(), name)
                        .build();
                UUID made = writing.create(target, members, false);
                session.remember(field.name(), name, made);
                if (!session.isRehearsal()) {
                    importRows.addSide(session.imported().id(), target.name(), made, 1);
                }
                row.put(field.name(), JSON.createValue(made.toString()));
            } catch (Refusal e) {
                row.reject(field.name(), "not-creatable");
            }
        }
    }
}
