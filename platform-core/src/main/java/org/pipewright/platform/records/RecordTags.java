package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.TypeReading;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.tags.Tag;
import org.pipewright.platform.tags.Tags;

/**
 * Puts tags on records and takes them off (S-REC-03). A tag of one's own goes on whatever one sees; a shared one, which
 * others see, only on what one may edit.
 */
@ApplicationScoped
class RecordTags {

    @Inject
    Sql sql;

    @Inject
    Tags tags;

    @Inject
    RecordReading reading;

    @Inject
    RecordWriting writing;

    @Inject
    History history;

    @Inject
    Reactions reactions;

    void change(DeclaredType type, UUID id, Tagging wanted) {
        reading.requireView(type);
        reading.requireVisible(type, id);
        List<Tag> seen = seen(wanted);
        if (seen.stream().anyMatch(Tag::shared)) {
            requireEditable(type, id);
        }
        String before = shared(id);
        sql.batch(
                "insert into core.tagged (tag_id, subject, record_id) values (?, ?, ?) on conflict do nothing",
                wanted.add().stream().map(tag -> List.of(tag, type.name(), id)).toList());
        sql.update("delete from core.tagged where record_id = ? and tag_id = any(?::uuid[])", id, wanted.remove());
        tell(type, id, before, shared(id));
    }

    private List<Tag> seen(Tagging wanted) {
        List<FieldError> errors = new ArrayList<>();
        List<Tag> seen = Stream.concat(
                        seen("add", wanted.add(), errors).stream(), seen("remove", wanted.remove(), errors).stream())
                .toList();
        InvalidFields.requireNone(errors);
        return seen;
    }

    private List<Tag> seen(String field, List<UUID> ids, List<FieldError> errors) {
        List<Tag> seen =
                ids.stream().map(tags::withId).flatMap(Optional::stream).toList();
        if (seen.size() < ids.size()) {
            errors.add(InvalidFields.error(field, "not-found"));
        }
        return seen;
    }

    private void requireEditable(DeclaredType type, UUID id) {
        writing.requireAction(type, Action.EDIT);
        if (!reading.allows(type, id, Action.EDIT)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + Action.EDIT);
        }
    }

    /** Names of the record's shared tags, which everybody sees who sees the record. */
    private String shared(UUID id) {
        return sql.first(
                        "select coalesce(string_agg(k.name, ', ' order by lower(k.name)), '') from core.tagged g"
                                + " join core.tag k on k.tenant_id = g.tenant_id and k.id = g.tag_id"
                                + " where g.record_id = ? and k.shared",
                        row -> row.getString(1),
                        id)
                .orElse("");
    }

    private void tell(DeclaredType type, UUID id, String before, String after) {
        if (!before.equals(after)) {
            reactions.changed(type, List.of(id));
            JsonArray changes = Json.createArrayBuilder()
                    .add(Json.createObjectBuilder()
                            .add("field", TypeReading.TAGS.name())
                            .add("old", before)
                            .add("new", after))
                    .build();
            history.record(type.name(), id, reading.title(type, id), "edit", changes);
        }
    }
}
