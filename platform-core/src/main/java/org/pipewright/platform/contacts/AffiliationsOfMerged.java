package org.pipewright.platform.contacts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.MergeReaction;

/**
 * When contacts or accounts become one, of the affiliations that say the same one goes on and the others end; all of them
 * are called by the new names.
 */
@ApplicationScoped
class AffiliationsOfMerged implements MergeReaction {

    private static final String END = "update core.affiliation a set active = false, until = coalesce(until, ?),"
            + " version = version + 1 where a.%1$s = any(?) and a.active and a.deleted_at is null and exists (select 1 from"
            + " core.affiliation b where b.%1$s = any(?) and b.%2$s = a.%2$s and b.active and b.deleted_at is null"
            + " and ((b.%1$s <> ?, b.id) < (a.%1$s <> ?, a.id)))";
    private static final String CONTACT = "contact_id";
    private static final String ACCOUNT = "account_id";

    @Inject
    Sql sql;

    @Inject
    Affiliations affiliations;

    @Override
    public Set<String> recordTypes() {
        return Set.of("core.contact", "core.account");
    }

    /** An id is that of a contact or that of an account, so both statements are tried. */
    @Override
    public void merging(UUID winner, Set<UUID> losers) {
        Set<UUID> all = new LinkedHashSet<>(losers);
        all.add(winner);
        sql.update(String.format(END, CONTACT, ACCOUNT), affiliations.today(), all, all, winner, winner);
        sql.update(String.format(END, ACCOUNT, CONTACT), affiliations.today(), all, all, winner, winner);
    }

    @Override
    public void merged(UUID winner, Set<UUID> losers) {
        sql.update(
                "update core.affiliation a set name = c.name || ' · ' || k.name from core.contact c, core.account k"
                        + " where c.tenant_id = a.tenant_id and c.id = a.contact_id and k.tenant_id = a.tenant_id"
                        + " and k.id = a.account_id and (a.contact_id = ? or a.account_id = ?)",
                winner,
                winner);
    }
}
