package org.pipewright.platform.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** Writes the history of the tenant (S-AUD-01): inside the transaction that makes the change, so both stand or fall. */
@ApplicationScoped
public class History {

    /** What is done beside the fields of records and stands in their stories by itself. */
    public static final Set<String> BESIDE = Set.of("add-file", "renew-file", "write-comment", "edit-comment");

    private static final String INSERT =
            "insert into core.history (member_id, operator, via, action, subject, record_id,"
                    + " title, changes) values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)";

    @Inject
    Sql sql;

    @Inject
    CallerBinding caller;

    @Inject
    @Any
    Instance<HistoryWatcher> watchers;

    /**
     * Notes a change of a record.
     *
     * @param subject record type, or what was changed, such as {@code feature:sales.leads}
     * @param recordId record, or null where the subject is none
     * @param title what people call it
     * @param action such as {@code create}, {@code edit} or the name of a verb
     * @param changes array of {@code {field, old, new}}
     */
    public void record(String subject, UUID recordId, String title, String action, JsonArray changes) {
        insert(subject, recordId, title, action, changes);
        tell(recordId == null ? Map.of() : Map.of(recordId, subject));
    }

    /**
     * Notes what was done beside the fields of a record, such as a comment. Followers are not told that the record has
     * changed; stories leave it out if it is one of {@link #BESIDE}.
     */
    public void beside(String subject, UUID recordId, String title, String action, JsonArray changes) {
        insert(subject, recordId, title, action, changes);
    }

    private void insert(String subject, UUID recordId, String title, String action, JsonArray changes) {
        sql.update(
                INSERT,
                caller.memberId(),
                caller.operator(),
                caller.origin().name(),
                action,
                subject,
                recordId,
                title,
                changes.toString());
    }

    private void tell(Map<UUID, String> records) {
        if (!records.isEmpty()) {
            watchers.forEach(watcher -> watcher.changed(records));
        }
    }

    /** A change of one record, to be noted together with others. */
    public record Entry(String subject, UUID recordId, String title, String action, JsonArray changes) {}

    /** Notes changes of many records at once. */
    public void record(List<Entry> entries) {
        sql.batch(
                INSERT,
                entries.stream()
                        .map(entry -> Arrays.asList(
                                caller.memberId(),
                                caller.operator(),
                                caller.origin().name(),
                                entry.action(),
                                entry.subject(),
                                entry.recordId(),
                                entry.title(),
                                entry.changes().toString()))
                        .toList());
        tell(entries.stream()
                .filter(entry -> entry.recordId() != null)
                .collect(Collectors.toMap(Entry::recordId, Entry::subject, (one, other) -> one)));
    }

    /** Notes a change of one value of something that is no record. */
    public void record(String subject, String action, JsonValue before, JsonValue after) {
        record(subject, null, subject.substring(subject.indexOf(':') + 1), action, change("value", before, after));
    }

    private static JsonArray change(String field, JsonValue before, JsonValue after) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", field)
                        .add("old", before)
                        .add("new", after))
                .build();
    }
}
