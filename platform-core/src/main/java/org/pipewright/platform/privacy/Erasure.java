package org.pipewright.platform.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.files.RecordFiles;
import org.pipewright.platform.history.History;
import org.pipewright.platform.recordtypes.DeclaredField;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.texts.Texts;

/**
 * Empties the personal fields of records, all that the tenant added to them, and every trace of what stood there:
 * search, history, imported rows, files, kept answers, and
 * what was written to the person and about it in mails, activities and comments. The records stay, and with them amounts, outcomes and counts.
 */
@ApplicationScoped
class Erasure {

    private static final String ACTIVITY = "core.activity";

    /** What people write into an activity. */
    private static final List<String> TOLD = List.of("subject", "description", "result", "nextStep", "location");

    @Inject
    Sql sql;

    @Inject
    WrittenAbout written;

    @Inject
    RecordTypes types;

    @Inject
    History history;

    @Inject
    Texts texts;

    @Inject
    CallerBinding callers;

    void erase(PersonalData.Known known) {
        String title = texts.text(callers.caller().tenant().language(), "core.privacy.erased", Map.of());
        Set<UUID> ids =
                known.records().stream().map(PersonalRecord::id).collect(Collectors.toCollection(LinkedHashSet::new));
        List<UUID> activities = written.activities(ids, known.addresses());
        known.records().forEach(record -> {
            DeclaredType type = types.named(record.recordType()).orElseThrow();
            erase(type, new PersonalFields(type).all(), record.id(), title);
        });
        DeclaredType activity = types.named(ACTIVITY).orElseThrow();
        List<DeclaredField> told =
                TOLD.stream().flatMap(name -> activity.field(name).stream()).toList();
        activities.forEach(id -> erase(activity, told, id, title));
        ids.addAll(activities);
        written.erase(ids, known.addresses(), title);
        sql.update("delete from core.idempotency where body is not null");
    }

    private void erase(DeclaredType type, List<DeclaredField> fields, UUID id, String title) {
        String emptied = fields.stream()
                .map(field -> field.column() + " = " + (field.equals(type.title()) ? "?" : "null") + ", ")
                .collect(Collectors.joining());
        boolean named = fields.contains(type.title());
        sql.update(
                "update " + type.table() + " set " + emptied
                        + "own = null, version = version + 1, updated_at = now() where id = ?",
                named ? List.of(title, id) : List.of(id));
        Set<String> names = Stream.concat(
                        Stream.of(RecordFiles.HISTORY_FIELD),
                        Stream.concat(fields.stream(), type.own().stream()).map(DeclaredField::name))
                .collect(Collectors.toSet());
        sql.update("delete from core.own_value where record_id = ?", id);
        sql.list("select platform.erase_history(?, ?, ?, ?)", row -> 1, type.name(), id, names, named ? title : null);
        List.of("search_entry", "contact_point", "match_key")
                .forEach(table -> sql.update(
                        "delete from core." + table + " where subject = ? and record_id = ?", type.name(), id));
        sql.update(
                "update core.import_row set cells = array_fill(''::text, array[cardinality(cells)]), title = null,"
                        + " changes = null, before = null, errors = null where record_id = ?",
                id);
        sql.update("delete from core.file where record_type = ? and record_id = ?", type.name(), id);
        history.record(type.name(), id, named ? title : "", "erase", JsonArray.EMPTY_JSON_ARRAY);
    }
}
