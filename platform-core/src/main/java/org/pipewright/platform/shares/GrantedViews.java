package org.pipewright.platform.shares;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** Lets members see single records that concern them, whatever their roles allow. */
@ApplicationScoped
public class GrantedViews {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    @Inject
    Event<AccessChanged> changes;

    /** Shares a record with a member for viewing, unless it is shared already. */
    public void let(UUID member, String recordType, UUID record) {
        boolean shared = sql.first(
                        "select 1 from core.share where record_type = ? and record_id = ? and member_id = ?",
                        row -> true,
                        recordType,
                        record,
                        member)
                .isPresent();
        if (!shared) {
            sql.update(
                    "insert into core.share (id, record_type, record_id, member_id, access, created_by)"
                            + " values (?, ?, ?, ?, 'VIEW', ?)",
                    UuidCreator.getTimeOrderedEpoch(),
                    recordType,
                    record,
                    member,
                    callers.memberId());
            changes.fire(new AccessChanged(callers.tenantId()));
        }
    }
}
