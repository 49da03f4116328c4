package org.pipewright.platform.shortlists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.shortlists.Shortlist.Item;
import org.pipewright.platform.spi.errors.Refusal;

/** The caller's own lists of records (S-SRCH-04). */
@ApplicationScoped
class Shortlists {

    static final String FAVOURITES = "favourites";
    static final String RECENT = "recent";
    static final String FOLLOWED = "followed";

    private static final int MOST = 200;
    private static final int MOST_RECENT = 30;

    @Inject
    Sql sql;

    @Inject
    RecordTypes types;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    private record Entry(String type, UUID id, Instant at) {}

    Shortlist of(String list) {
        List<Entry> entries = sql.list(
                "select subject, record_id, at from core.shortlist_entry where member_id = ? and list = ?"
                        + " order by at desc, record_id",
                Shortlists::entry,
                callers.memberId(),
                list);
        Map<UUID, String> titles = titles(entries);
        return new Shortlist(entries.stream()
                .filter(entry -> titles.containsKey(entry.id()))
                .map(entry -> new Item(entry.type(), entry.id(), titles.get(entry.id()), entry.at()))
                .toList());
    }

    private static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                row.getString(1),
                row.getObject(2, UUID.class),
                row.getObject(3, OffsetDateTime.class).toInstant());
    }

    private Map<UUID, String> titles(List<Entry> entries) {
        Map<UUID, String> titles = new HashMap<>();
        entries.stream()
                .collect(Collectors.groupingBy(Entry::type, Collectors.mapping(Entry::id, Collectors.toSet())))
                .forEach((type, ids) -> titles.putAll(titles(type, ids)));
        return titles;
    }

    private Map<UUID, String> titles(String type, Set<UUID> ids) {
        return types.named(type)
                .filter(reading::isViewable)
                .map(known -> reading.titles(known, ids))
                .orElse(Map.of());
    }

    /** Puts a record the caller may view on top of the list. */
    void put(String list, String recordType, String id) {
        UUID record = viewable(recordType, id);
        sql.update(
                "insert into core.shortlist_entry (member_id, list, subject, record_id) values (?, ?, ?, ?)"
                        + " on conflict (tenant_id, member_id, list, subject, record_id) do update set at = now()",
                callers.memberId(),
                list,
                recordType,
                record);
        if (list.equals(RECENT)) {
            forgetOldest();
        } else {
            requireRoom(list);
        }
    }

    private UUID viewable(String recordType, String id) {
        DeclaredType type = types.named(recordType).orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        callers.requireFeature(type.feature());
        UUID record = id(id);
        reading.requireVisible(type, record);
        return record;
    }

    private static UUID id(String id) {
        try {
            return UUID.fromString(Objects.requireNonNull(id));
        } catch (IllegalArgumentException e) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }

    private void forgetOldest() {
        sql.update(
                "delete from core.shortlist_entry where member_id = ? and list = ? and record_id not in (select record_id"
                        + " from core.shortlist_entry where member_id = ? and list = ? order by at desc limit "
                        + MOST_RECENT + ")",
                callers.memberId(),
                RECENT,
                callers.memberId(),
                RECENT);
    }

    private void requireRoom(String list) {
        int kept = sql.first(
                        "select count(*) from core.shortlist_entry where member_id = ? and list = ?",
                        row -> row.getInt(1),
                        callers.memberId(),
                        list)
                .orElse(0);
        if (kept > MOST) {
            throw Refusal.of(CoreErrorCode.QUOTA_EXCEEDED, String.valueOf(MOST));
        }
    }

    /** Takes a record off the list. */
    void remove(String list, String recordType, String id) {
        int removed = sql.update(
                "delete from core.shortlist_entry where member_id = ? and list = ? and subject = ? and record_id = ?",
                callers.memberId(),
                list,
                recordType,
                id(id));
        if (removed == 0) {
            throw Refusal.of(CoreErrorCode.NOT_FOUND);
        }
    }
}
