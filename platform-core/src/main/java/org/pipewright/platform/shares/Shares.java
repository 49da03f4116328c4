package org.pipewright.platform.shares;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonValue;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.access.AccessChanged;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.history.History;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.DeclaredType;
import org.pipewright.platform.shares.Share.Access;
import org.pipewright.platform.shares.Share.Party;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;

/** Shares single records with members and teams; which rows that adds is decided with every other row (S-ROLE-10). */
@ApplicationScoped
class Shares {

    private static final String QUERY = "select s.id, s.member_id, m.name, s.team_id, g.name, s.access, s.until,"
            + " s.created_by, c.name, s.created_at from core.share s"
            + " left join core.member m on m.tenant_id = s.tenant_id and m.id = s.member_id"
            + " left join core.team g on g.tenant_id = s.tenant_id and g.id = s.team_id"
            + " left join core.member c on c.tenant_id = s.tenant_id and c.id = s.created_by"
            + " where s.record_type = ? and s.record_id = ?";

    @Inject
    Sql sql;

    @Inject
    RecordReading reading;

    @Inject
    CallerBinding callers;

    @Inject
    History history;

    @Inject
    Event<AccessChanged> changes;

    List<Share> of(DeclaredType type, UUID record) {
        reading.requireVisible(type, record);
        return sql.list(QUERY + " order by s.created_at, s.id", Shares::share, type.name(), record);
    }

    Share share(DeclaredType type, UUID record, NewShare wanted) {
        reading.requireVisible(type, record);
        requireSound(wanted);
        requireSharable(type, record, wanted.access());
        Optional<Share> before = with(type, record, wanted.member(), wanted.team());
        before.ifPresent(old -> sql.update("delete from core.share where id = ?", old.id()));
        UUID id = UuidCreator.getTimeOrderedEpoch();
        sql.update(
                "insert into core.share (id, record_type, record_id, member_id, team_id, access, until, created_by)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)",
                id,
                type.name(),
                record,
                wanted.member(),
                wanted.team(),
                wanted.access(),
                wanted.until(),
                callers.memberId());
        Share share = with(type, record, wanted.member(), wanted.team()).orElseThrow();
        told(type, record, "share", before, Optional.of(share));
        return share;
    }

    void withdraw(DeclaredType type, UUID record, UUID id) {
        requireSharable(type, record, Access.VIEW);
        Share share = sql.first(QUERY + " and s.id = ?", Shares::share, type.name(), record, id)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
        sql.update("delete from core.share where id = ?", share.id());
        told(type, record, "unshare", Optional.of(share), Optional.empty());
    }

    private Optional<Share> with(DeclaredType type, UUID record, UUID member, UUID team) {
        return sql.first(
                QUERY + " and s.member_id is not distinct from ?::uuid and s.team_id is not distinct from ?::uuid",
                Shares::share,
                type.name(),
                record,
                member,
                team);
    }

    /** Nobody gives more than they have: who shares for editing may edit the record. */
    private void requireSharable(DeclaredType type, UUID record, Access access) {
        reading.requireVisible(type, record);
        boolean editable = access == Access.VIEW || reading.allows(type, record, Action.EDIT);
        if (!editable || !reading.allows(type, record, Action.SHARE)) {
            throw Refusal.of(CoreErrorCode.FORBIDDEN, type.name() + ":" + Action.SHARE);
        }
        if (!type.owned()) {
            throw Refusal.of(CoreErrorCode.NOT_OFFERED, Action.SHARE);
        }
    }

    private void requireSound(NewShare wanted) {
        List<FieldError> errors = new ArrayList<>();
        if (wanted.member() == null && wanted.team() == null) {
            errors.add(InvalidFields.error("member", "required"));
        } else if (wanted.member() != null && wanted.team() != null) {
            errors.add(InvalidFields.error("team", "invalid"));
        }
        requireThere("member", "core.member", wanted.member(), errors);
        requireThere("team", "core.team", wanted.team(), errors);
        LocalDate today = LocalDate.now(callers.caller().tenant().timeZone());
        InvalidFields.reject(errors, wanted.until() != null && wanted.until().isBefore(today), "until", "past");
        InvalidFields.rejectAbsurd(errors, wanted.until(), "until");
        if (!errors.isEmpty()) {
            throw new Refusal(CoreErrorCode.INVALID, Map.of(), errors);
        }
    }

    private void requireThere(String field, String table, UUID id, List<FieldError> errors) {
        if (id != null
                && sql.first("select 1 from " + table + " where id = ? and deleted_at is null", row -> true, id)
                        .isEmpty()) {
            errors.add(InvalidFields.error(field, "not-found"));
        }
    }

    private void told(DeclaredType type, UUID record, String action, Optional<Share> before, Optional<Share> after) {
        history.record(
                type.name(),
                record,
                title(type, record),
                action,
                Json.createArrayBuilder()
                        .add(Json.createObjectBuilder()
                                .add("field", "share")
                                .add("old", described(before))
                                .add("new", described(after)))
                        .build());
        changes.fire(new AccessChanged(callers.tenantId()));
    }

    private static JsonValue described(Optional<Share> share) {
        return share.<JsonValue>map(one -> Json.createValue(one.described())).orElse(JsonValue.NULL);
    }

    private String title(DeclaredType type, UUID record) {
        return sql.first(
                        "select " + type.title().column() + " from " + type.table() + " where id = ?",
                        row -> row.getString(1),
                        record)
                .orElse("");
    }

    private static Share share(ResultSet row) throws SQLException {
        return new Share(
                row.getObject(1, UUID.class),
                party(row, 2),
                party(row, 4),
                Access.valueOf(row.getString(6)),
                row.getObject(7, LocalDate.class),
                party(row, 8),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }

    private static Party party(ResultSet row, int column) throws SQLException {
        UUID id = row.getObject(column, UUID.class);
        return id == null ? null : new Party(id, row.getString(column + 1));
    }
}
