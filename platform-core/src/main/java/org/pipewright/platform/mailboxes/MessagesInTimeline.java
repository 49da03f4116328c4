package org.pipewright.platform.mailboxes;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.criteria.SqlPart;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.files.RecordFile;
import org.pipewright.platform.files.RecordFiles;
import org.pipewright.platform.mailboxes.MessageLine.Opening;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.access.Level;
import org.pipewright.platform.timelines.TimelineJson;
import org.pipewright.platform.timelines.TimelineSource;

/**
 * Mails among everything else that happened to the records they are kept with (S-CONV-08, S-MAIL-02). Whoever sees the
 * record sees its mails; of a private one others learn that it is there (S-ACT-14).
 */
@ApplicationScoped
class MessagesInTimeline implements TimelineSource {

    private static final int SHOWN = 600;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    RecordFiles files;

    @Override
    public String kind() {
        return "mail";
    }

    @Override
    public SqlPart rows(Map<DeclaredType, Set<UUID>> story) {
        boolean there =
                callers.hasFeature(Mailbox.FEATURE) && callers.caller().level(Message.NAME, Action.VIEW) != Level.NONE;
        if (!there) {
            return new SqlPart();
        }
        SqlPart rows = new SqlPart()
                .add("select t.sent_at, t.id::text, t.about_type, t.about_id from core.message t"
                        + " where t.deleted_at is null and t.outcome = 'TAKEN' and (false");
        story.forEach((type, ids) -> rows.add(" or (t.about_id = any(?) and t.about_type = ?)", ids, type.name()));
        return rows.add(")");
    }

    @Override
    public Map<String, JsonObject> contents(Collection<String> keys) {
        Set<UUID> ids = Set.copyOf(keys.stream().map(UUID::fromString).toList());
        Set<UUID> open = reading.allowed(types.named(Message.NAME).orElseThrow(), ids, Action.VIEW);
        Map<UUID, List<RecordFile>> attached = files.attachedTo(Message.NAME, open);
        Map<String, JsonObject> contents = new HashMap<>();
        sql.list(
                        "select id, subject, sender, sender_name, recipients, direction, delivery, problem, left(text, "
                                + SHOWN
                                + "), html is not null, openings, opened_at, clicks, followed_links from core.message where id = any(?)",
                        row -> line(row, open, attached),
                        ids)
                .forEach(line -> contents.put(line.id().toString(), TimelineJson.of(line)));
        return contents;
    }

    private static MessageLine line(ResultSet row, Set<UUID> open, Map<UUID, List<RecordFile>> attached)
            throws SQLException {
        UUID id = row.getObject(1, UUID.class);
        return open.contains(id)
                ? new MessageLine(
                        id,
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7),
                        row.getString(8),
                        row.getString(9),
                        row.getBoolean(10),
                        false,
                        attached.getOrDefault(id, List.of()),
                        opening(row))
                : new MessageLine(
                        id, null, null, null, null, row.getString(6), null, null, null, false, true, List.of(), null);
    }

    private static Opening opening(ResultSet row) throws SQLException {
        int times = row.getInt(11);
        if (row.wasNull()) {
            return null;
        }
        OffsetDateTime first = row.getObject(12, OffsetDateTime.class);
        String links = row.getString(14);
        return new Opening(
                times,
                first == null ? null : first.toInstant(),
                row.getInt(13),
                links == null ? List.of() : List.of(links.split("\n")));
    }
}
