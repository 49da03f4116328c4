package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.activities.ActivityReaction;
import org.pipewright.platform.spi.activities.LinkedRecord;

/**
 * Keeps the figures of contacts and accounts about how they were reached (S-ACC-06): when they last wrote or called,
 * when they were last written to or called, how often, and when anything was last done. Their versions do not change:
 * nobody edited them. A contact's activities count for its account too.
 */
@ApplicationScoped
class ContactFigures {

    private static final String FIGURES = " set last_inbound_at = f.inbound, last_outbound_at = f.outbound,"
            + " contacts_made = f.made, last_activity_at = f.latest from (select"
            + " max(a.completed_at) filter (where a.direction = 'INBOUND' and a.form in ('CALL', 'EMAIL', 'MESSAGE')) as inbound,"
            + " max(a.completed_at) filter (where a.direction = 'OUTBOUND' and a.form in ('CALL', 'EMAIL', 'MESSAGE')) as outbound,"
            + " count(*) filter (where a.form not in ('TASK', 'NOTE'))::int as made,"
            + " max(a.completed_at) as latest from core.activity a where a.deleted_at is null"
            + " and a.status in ('DONE', 'HELD') and exists (select 1 from core.activity_link l where l.tenant_id = a.tenant_id"
            + " and l.activity_id = a.id and ";

    private static final Map<String, String> UPDATES = Map.of(
            "core.contact",
            "update core.contact c" + FIGURES + "l.record_type = 'core.contact' and l.record_id = ?)) f where c.id = ?",
            "core.account",
            "update core.account c" + FIGURES + "((l.record_type = 'core.account' and l.record_id = ?) or"
                    + " (l.record_type = 'core.contact' and l.record_id in (select id from core.contact"
                    + " where account_id = ?))))) f where c.id = ?");

    @Inject
    Sql sql;

    @Inject
    @Any
    Instance<ActivityReaction> reactions;

    /** Counts anew for those of the records that have such figures, and tells modules about theirs. */
    void refresh(Collection<LinkedRecord> records) {
        records.forEach(record -> {
            reactions.stream()
                    .filter(reaction -> reaction.recordType().equals(record.recordType()))
                    .forEach(reaction -> reaction.changed(record.id()));
            if (record.recordType().equals("core.contact")) {
                sql.update(UPDATES.get("core.contact"), record.id(), record.id());
                accountsOf(record.id()).forEach(this::refreshAccount);
            } else if (record.recordType().equals("core.account")) {
                refreshAccount(record.id());
            }
        });
    }

    private void refreshAccount(UUID account) {
        sql.update(UPDATES.get("core.account"), account, account, account);
    }

    private List<UUID> accountsOf(UUID contact) {
        return sql.list(
                "select account_id from core.contact where id = ? and account_id is not null",
                row -> row.getObject(1, UUID.class),
                contact);
    }
}
