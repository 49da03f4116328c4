package org.pipewright.platform.idempotency;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Optional;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;

/** Keys of posts and what was answered to them, kept for a day. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class KeptAnswers {

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /**
     * What is known of a key.
     *
     * @param fingerprint of the request it was first used with
     * @param status answered, or null while the first request is under way
     * @param body answered
     * @param tag entity tag answered, or null
     * @param location answered, or null
     */
    record Kept(String fingerprint, Integer status, String body, String tag, String location) {}

    /** Takes the key for a first use; empty when it is taken now, else what is known of it. An expired key is free. */
    Optional<Kept> take(String key, String fingerprint) {
        int taken = sql.update(
                "insert into core.idempotency as kept (member_id, key, fingerprint) values (?, ?, ?)"
                        + " on conflict (tenant_id, member_id, key) do update set fingerprint = excluded.fingerprint,"
                        + " status = null, headers = null, body = null, created_at = now()"
                        + " where kept.created_at < now() - interval '1 day'"
                        + " or (kept.status is null and kept.created_at < now() - interval '2 minutes')",
                callers.memberId(),
                key,
                fingerprint);
        return taken == 1 ? Optional.empty() : Optional.of(kept(key));
    }

    private Kept kept(String key) {
        return sql.first(
                        "select fingerprint, status, body, headers->>'ETag', headers->>'Location'"
                                + " from core.idempotency where member_id = ? and key = ?",
                        row -> new Kept(
                                row.getString(1),
                                row.getObject(2, Integer.class),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5)),
                        callers.memberId(),
                        key)
                .orElseThrow();
    }

    void keep(String key, int status, String body, String tag, String location) {
        sql.update(
                "update core.idempotency set status = ?, body = ?,"
                        + " headers = jsonb_build_object('ETag', ?::text, 'Location', ?::text)"
                        + " where member_id = ? and key = ?",
                status,
                body,
                tag,
                location,
                callers.memberId(),
                key);
    }

    /** Removes what has expired. */
    void sweep() {
        sql.update("delete from core.idempotency where created_at < now() - interval '1 day'");
    }

    /** Gives the key free again, after a request that failed. */
    void release(String key) {
        sql.update("delete from core.idempotency where member_id = ? and key = ?", callers.memberId(), key);
    }
}
