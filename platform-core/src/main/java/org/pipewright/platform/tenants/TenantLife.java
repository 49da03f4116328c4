package org.pipewright.platform.tenants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.access.Callers;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.history.History;
import org.pipewright.platform.identity.Memberships;
import org.pipewright.platform.mail.Mail;
import org.pipewright.platform.spi.errors.Refusal;

/** Moves the bound tenant from one state to the next, and tells its history. */
@ApplicationScoped
class TenantLife {

    @Inject
    Sql sql;

    @Inject
    History history;

    @Inject
    CallerBinding binding;

    @Inject
    Callers callers;

    @Inject
    Memberships memberships;

    @Inject
    Mail mail;

    private record Now(TenantStatus status, TenantStatus previous) {}

    /** No writes, no mail, no jobs from now on; reading and export stay. */
    @Transactional
    void suspend(String reason) {
        move(now().status(), TenantStatus.SUSPENDED, reason);
    }

    @Transactional
    void reactivate() {
        Now now = now();
        if (now.status() != TenantStatus.SUSPENDED) {
            throw Refusal.of(CoreErrorCode.CONFLICT, now.status().name());
        }
        move(now.status(), TenantStatus.ACTIVE, null);
        skipStale();
    }

    /** Nobody works here any more; within thirty days it can be taken back. */
    @Transactional
    void requestDeletion() {
        move(now().status(), TenantStatus.PENDING_DELETION, null);
    }

    @Transactional
    void cancelDeletion() {
        Now now = now();
        if (now.status() != TenantStatus.PENDING_DELETION) {
            throw Refusal.of(CoreErrorCode.CONFLICT, now.status().name());
        }
        move(now.status(), now.previous(), null);
        if (now.previous() == TenantStatus.ACTIVE) {
            skipStale();
        }
    }

    /** The end: from here on only the purge goes on with the tenant. */
    @Transactional
    void delete() {
        TenantStatus status = now().status();
        if (status != TenantStatus.DELETED) {
            move(status, TenantStatus.DELETED, null);
        }
    }

    /** What waited for days would only confuse people now (S-TEN-13). */
    private void skipStale() {
        skipped("skip-mail", "mails", mail.skipStale(binding.tenantId()));
        skipped(
                "skip-reminders",
                "reminders",
                sql.update(
                        "delete from platform.reminder where tenant_id = ? and at < now() - interval '24 hours'",
                        binding.tenantId()));
    }

    private void skipped(String action, String what, int count) {
        if (count > 0) {
            history.record(
                    "core.tenant",
                    binding.tenantId(),
                    binding.caller().tenant().name(),
                    action,
                    change(what, String.valueOf(count), "0"));
        }
    }

    private Now now() {
        return sql.first(
                        "select status, coalesce(previous_status, 'ACTIVE') from platform.tenant where id = ? for update",
                        row -> new Now(TenantStatus.valueOf(row.getString(1)), TenantStatus.valueOf(row.getString(2))),
                        binding.tenantId())
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private void move(TenantStatus from, TenantStatus to, String reason) {
        from.requireMoveTo(to);
        UUID tenant = binding.tenantId();
        sql.update(
                "update platform.tenant set status = ?, previous_status = ?, status_reason = ?, status_since = now() "
                        + "where id = ?",
                to,
                from,
                reason,
                tenant);
        history.record(
                "core.tenant",
                tenant,
                binding.caller().tenant().name(),
                "status",
                change("status", from.name(), to.name()));
        callers.forget(tenant);
        memberships.forget();
    }

    private static JsonArray change(String field, String from, String to) {
        return Json.createArrayBuilder()
                .add(Json.createObjectBuilder()
                        .add("field", field)
                        .add("old", from)
                        .add("new", to))
                .build();
    }
}
