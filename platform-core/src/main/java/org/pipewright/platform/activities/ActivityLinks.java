package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.LinkedRecord;

/** What activities are about (S-ACT-02). A link is shown only to those who may see the record it leads to. */
@ApplicationScoped
class ActivityLinks {

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    ContactFigures figures;

    @Inject
    History history;

    /** The links of an activity whose records the caller may view, by type and title. */
    List<ActivityLink> of(UUID activity) {
        return seen(all(activity));
    }

    /** Those of the records that the caller may view, by type and title. */
    List<ActivityLink> seen(Collection<LinkedRecord> records) {
        Map<String, List<UUID>> byType = records.stream()
                .collect(Collectors.groupingBy(
                        LinkedRecord::recordType,
                        java.util.TreeMap::new,
                        Collectors.mapping(LinkedRecord::id, Collectors.toList())));
        List<ActivityLink> links = new ArrayList<>();
        byType.forEach((name, ids) -> types.named(name)
                .filter(reading::isViewable)
                .ifPresent(type -> reading.titles(type, ids).entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .forEach(entry -> links.add(new ActivityLink(name, entry.getKey(), entry.getValue())))));
        return links;
    }

    /** Every link of an activity, whoever may see it. */
    List<LinkedRecord> all(UUID activity) {
        return sql.list(
                "select record_type, record_id from core.activity_link where activity_id = ?",
                row -> new LinkedRecord(row.getString(1), row.getObject(2, UUID.class)),
                activity);
    }

    /**
     * Refuses unless the record takes activities and the caller may view it.
     *
     * @param typeField told when there is no such type
     * @param idField told when there is no such record
     */
    void requireLinkable(LinkedRecord record, String typeField, String idField) {
        DeclaredType type = Optional.ofNullable(record.recordType())
                .flatMap(types::named)
                .filter(named -> named.declaration().activities())
                .filter(reading::isViewable)
                .orElseThrow(() -> InvalidFields.refusal(typeField, "not-found"));
        if (record.id() == null || !reading.allows(type, record.id(), Action.VIEW)) {
            throw InvalidFields.refusal(idField, "not-found");
        }
    }

    /** Links it, and with it what is to follow it: a next step is about the same. */
    void link(UUID activity, LinkedRecord record) {
        sql.update(
                "insert into core.activity_link (activity_id, record_type, record_id)"
                        + " select id, ?, ? from core.activity where id = ? or (follows_id = ? and open)"
                        + " on conflict do nothing",
                record.recordType(),
                record.id(),
                activity,
                activity);
        figures.refresh(List.of(record));
    }

    /** Takes a link away; tells whether it was there. */
    boolean unlink(UUID activity, LinkedRecord record) {
        boolean gone = sql.update(
                        "delete from core.activity_link where activity_id = ? and record_type = ? and record_id = ?",
                        activity,
                        record.recordType(),
                        record.id())
                == 1;
        figures.refresh(List.of(record));
        return gone;
    }

    /** Says in the history of the activity that it is about something else; about what is not for all its readers. */
    void note(UUID activity, String action) {
        String title = types.named(Activity.NAME)
                .map(type -> reading.title(type, activity))
                .orElse("");
        history.record(Activity.NAME, activity, title, action, JsonValue.EMPTY_JSON_ARRAY);
    }

    /** Links one activity to everything another one is linked to. */
    void copy(UUID from, UUID to) {
        sql.update(
                "insert into core.activity_link (activity_id, record_type, record_id)"
                        + " select ?, record_type, record_id from core.activity_link where activity_id = ?"
                        + " on conflict do nothing",
                to,
                from);
    }
}
