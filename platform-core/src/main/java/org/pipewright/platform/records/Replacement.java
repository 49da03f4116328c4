package org.pipewright.platform.records;

import static org.pipewright.platform.records.FieldValues.JSON;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.records.CatalogueEntry;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Replacing;

/** Gives every record that has an entry of a list another one, so that the entry can go (S-LEAD-03). */
@ApplicationScoped
class Replacement {

    private static final String PARAMETER = "replacement";

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordWriting writing;

    @Inject
    History history;

    @Inject
    CallerBinding callers;

    @Inject
    @Any
    Instance<Replacing> participants;

    /**
     * Puts an entry into the bin once all that refers to it refers to the replacement, also what lies in the bin: it may
     * be taken out again. Whatever the caller sees of these records, none is left behind with an entry that is gone.
     */
    void delete(DeclaredType type, CrmRecord entry, String replacement) {
        UUID heir = heir(type, entry, replacement);
        List<Replacing> asked = participants.stream()
                .filter(participant -> participant.recordType().equals(type.name()))
                .toList();
        List<? extends CrmRecord> doubled = asked.stream()
                .flatMap(participant -> participant.doubled(entry.id(), heir).stream())
                .toList();
        Set<UUID> staying = doubled.stream().map(CrmRecord::id).collect(Collectors.toSet());
        types.entityManager(type).flush();
        types.referring(type.name())
                .forEach(user -> user.referencesTo(type.name())
                        .forEach(field -> move(user, field, new Move(entry.id(), heir, staying))));
        asked.forEach(participant -> participant.replaced(heir));
        doubled.forEach(record -> writing.bin(types.of(record.getClass()), record));
        writing.bin(type, entry);
    }

    /** What moves to which entry from which, some records apart. */
    private record Move(UUID gone, UUID heir, Set<UUID> staying) {}

    private UUID heir(DeclaredType type, CrmRecord entry, String replacement) {
        if (!(entry instanceof CatalogueEntry gone)) {
            throw InvalidFields.refusal(PARAMETER, "unknown");
        }
        UUID id = id(replacement);
        CatalogueEntry heir = writing.find(type, id)
                .filter(found -> found.deletedAt().isEmpty() && !found.id().equals(entry.id()))
                .map(CatalogueEntry.class::cast)
                .orElseThrow(() -> InvalidFields.refusal(PARAMETER, "not-found"));
        require(heir.isActive(), "inactive");
        require(heir.standsInFor(gone), "not-offered");
        return id;
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw InvalidFields.refusal(PARAMETER, "wrong-type");
        }
    }

    private static void require(boolean fits, String otherwise) {
        if (!fits) {
            throw InvalidFields.refusal(PARAMETER, otherwise);
        }
    }

    private void move(DeclaredType user, DeclaredField field, Move move) {
        JsonArray change = JSON.createArrayBuilder()
                .add(JSON.createObjectBuilder()
                        .add("field", field.name())
                        .add("old", FieldValues.shown(move.gone()))
                        .add("new", FieldValues.shown(move.heir())))
                .build();
        List<History.Entry> moved = sql.list(
                "select t.id, " + user.title().in("t") + "::text from " + user.table() + " t where " + field.in("t")
                        + " = ? and not t.id = any(?::uuid[]) order by t.id for update",
                row -> new History.Entry(
                        user.name(), row.getObject(1, UUID.class), titled(row.getString(2)), "edit", change),
                move.gone(),
                move.staying());
        sql.update(
                "update " + user.table() + " set " + field.assignment()
                        + ", version = version + 1, updated_at = now(), updated_by = ? where " + field.column()
                        + " = ? and not id = any(?::uuid[])",
                move.heir(),
                callers.memberId(),
                move.gone(),
                move.staying());
        history.record(moved);
    }

    private static String titled(String title) {
        return title == null ? "" : title;
    }
}
