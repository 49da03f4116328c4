package org.pipewright.platform.shortlists;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.history.HistoryWatcher;
import org.pipewright.platform.notices.Notices;

/**
 * Rings the bell of those who follow a record when somebody else does something to it (S-REC-06, S-OPP-26). One unread
 * note of a sort about a record is enough, however much happens before it is read.
 */
@ApplicationScoped
public class Followers implements HistoryWatcher {

    private static final String WAITING = "select e.member_id, e.subject, e.record_id from core.shortlist_entry e"
            + " where e.list = '" + Shortlists.FOLLOWED + "' and e.record_id = any(?)"
            + " and e.member_id is distinct from ?::uuid and not exists (select 1 from core.notice n"
            + " where n.tenant_id = e.tenant_id and n.member_id = e.member_id and n.record_id = e.record_id"
            + " and n.kind = ? and n.read_at is null)";

    @Inject
    Sql sql;

    @Inject
    Notices notices;

    @Inject
    CallerBinding callers;

    private record Follower(UUID member, String recordType, UUID record) {}

    @Override
    public void changed(Map<UUID, String> records) {
        tell("changed", records.keySet());
    }

    /** Tells the followers of a record what somebody did; the text is {@code core.notice.<kind>}. */
    public void tell(String kind, UUID record) {
        tell(kind, Set.of(record));
    }

    private void tell(String kind, Collection<UUID> records) {
        List<Follower> followers = sql.list(
                WAITING,
                row -> new Follower(row.getObject(1, UUID.class), row.getString(2), row.getObject(3, UUID.class)),
                records,
                callers.memberId(),
                kind);
        followers.forEach(each -> notices.tell(each.member(), kind, each.recordType(), each.record()));
    }
}
