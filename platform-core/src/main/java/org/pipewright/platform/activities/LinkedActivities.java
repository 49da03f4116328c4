package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.RowAccess;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.records.FieldValues;
import org.pipewright.platform.records.RecordWriting;
import org.pipewright.platform.records.ReportReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.activities.LinkedRecord;

/** Activities of records: those that may be seen, and new ones with what they are about. */
@ApplicationScoped
public class LinkedActivities {

    private static final String LINKS = "links";
    private static final int MOST_LINKS = 50;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordWriting writing;

    @Inject
    CallerBinding callers;

    @Inject
    ActivityLinks links;

    @Inject
    ReportReading reports;

    /** The condition for activities, called {@code t}, that are linked to one of the records and may be seen. */
    public SqlPart condition(Collection<UUID> records) {
        return new SqlPart()
                .add(
                        "t.deleted_at is null and exists (select 1 from core.activity_link l"
                                + " where l.tenant_id = t.tenant_id and l.activity_id = t.id and l.record_id = any(?)) and ",
                        records)
                .add(RowAccess.condition(callers.caller(), type(), Action.VIEW, "t"));
    }

    /** What was planned about the records, and what came of it, week by week (S-ACT-11). */
    ReportReading.Result weeks(Collection<UUID> records, String from, String to) {
        ReportReading.Question question = new ReportReading.Question("dueAt", from, to, null, null);
        return reports.read(type(), Activity.WEEKS, question, condition(records));
    }

    /** Those still to be done, soonest first, undated ones last. */
    List<ActivityLine> open(Collection<UUID> records, int most) {
        SqlPart statement = new SqlPart()
                .add("select " + ActivityLine.COLUMNS + ActivityLine.TABLES + " where t.open and ")
                .add(condition(records))
                .add(" order by coalesce(t.starts_at, t.due_at) nulls last, t.id limit " + most);
        return sql.list(statement.text(), ActivityLine::read, statement.parameters());
    }

    /** The activities of these ids; rights were asked by whoever found them. */
    public List<ActivityLine> withIds(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : sql.list(
                        "select " + ActivityLine.COLUMNS + ActivityLine.TABLES + " where t.id = any(?)",
                        ActivityLine::read,
                        ids);
    }

    /** Makes an activity about the record and about whatever else its member {@code links} names. */
    UUID create(LinkedRecord record, JsonObject members) {
        List<LinkedRecord> about = linked(members);
        about.forEach(each -> links.requireLinkable(each, LINKS, LINKS));
        UUID id = writing.create(type(), without(members), false);
        links.link(id, record);
        about.forEach(each -> links.link(id, each));
        return id;
    }

    private DeclaredType type() {
        return types.named(Activity.NAME).orElseThrow();
    }

    private static JsonObject without(JsonObject members) {
        return FieldValues.JSON.createObjectBuilder(members).remove(LINKS).build();
    }

    private static List<LinkedRecord> linked(JsonObject members) {
        JsonValue given = members.getOrDefault(LINKS, JsonValue.EMPTY_JSON_ARRAY);
        if (!(given instanceof JsonArray array) || array.size() > MOST_LINKS) {
            throw InvalidFields.refusal(LINKS, "wrong-type");
        }
        List<LinkedRecord> records = new ArrayList<>();
        array.forEach(each -> records.add(linked(each)));
        return records;
    }

    private static LinkedRecord linked(JsonValue value) {
        try {
            JsonObject object = value.asJsonObject();
            return new LinkedRecord(text(object, "recordType"), UUID.fromString(text(object, "id")));
        } catch (ClassCastException | IllegalArgumentException e) {
            throw InvalidFields.refusal(LINKS, "wrong-type");
        }
    }

    private static String text(JsonObject object, String name) {
        return object.getOrDefault(name, JsonValue.NULL) instanceof JsonString text ? text.getString() : "";
    }
}
