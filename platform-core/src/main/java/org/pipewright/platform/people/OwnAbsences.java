package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.errors.InvalidFields;
import org.pipewright.platform.people.OwnAbsencesResource.Deputy;
import org.pipewright.platform.people.OwnAbsencesResource.OwnAbsence;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;

/** Absences of the caller. */
@ApplicationScoped
class OwnAbsences {

    private static final String COLUMNS =
            "select a.id, a.from_day, a.until_day, d.id, d.name, a.note from core.absence a"
                    + " left join core.member d on d.tenant_id = a.tenant_id and d.id = a.deputy_id"
                    + " where a.deleted_at is null and a.member_id = ? and ";

    @Inject
    Records records;

    @Inject
    Sql sql;

    @Inject
    CallerBinding callers;

    /** Those that are not over, the next first. */
    List<OwnAbsence> coming() {
        return sql.list(
                COLUMNS + "a.until_day >= ? order by a.from_day, a.id",
                OwnAbsences::read,
                callers.memberId(),
                LocalDate.now(callers.caller().tenant().timeZone()));
    }

    OwnAbsence add(NewAbsence wanted) {
        List<FieldError> errors = new ArrayList<>();
        InvalidFields.rejectAbsurd(errors, wanted.fromDay(), "fromDay");
        InvalidFields.rejectAbsurd(errors, wanted.untilDay(), "untilDay");
        InvalidFields.requireNone(errors);
        return withId(records.create(Absence.of(callers.memberId(), wanted)).id());
    }

    void withdraw(UUID id) {
        records.delete(Absence.NAME, withId(id).id());
    }

    private OwnAbsence withId(UUID id) {
        return sql.first(COLUMNS + "a.id = ?", OwnAbsences::read, callers.memberId(), id)
                .orElseThrow(() -> Refusal.of(CoreErrorCode.NOT_FOUND));
    }

    private static OwnAbsence read(ResultSet row) throws SQLException {
        UUID deputy = row.getObject(4, UUID.class);
        return new OwnAbsence(
                row.getObject(1, UUID.class),
                row.getObject(2, LocalDate.class),
                row.getObject(3, LocalDate.class),
                deputy == null ? null : new Deputy(deputy, row.getString(5)),
                row.getString(6));
    }
}
