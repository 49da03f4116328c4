package org.pipewright.platform.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Days on which a member is not there: rules give nobody work meanwhile, and a deputy may stand in (S-LEAD-10, S-AUTH-08). */
@Entity
@Table(schema = "core", name = "absence")
@RecordType(
        name = Absence.NAME,
        path = "absences",
        title = "name",
        columns = {"name", "member", "fromDay", "untilDay", "deputy", "note"},
        sort = "-fromDay",
        menu = "settings",
        order = 120,
        icon = "calendar-days",
        views = @BuiltInView(key = "current", filter = "untilDay>=today", sort = "fromDay"))
class Absence extends CrmRecord {

    static final String NAME = "core.absence";

    @Field(readOnly = true, searchable = true)
    private String name;

    @Field(required = true, references = "core.member")
    @Column(name = "member_id")
    private UUID member;

    @Field(required = true)
    private LocalDate fromDay;

    @Field(required = true)
    private LocalDate untilDay;

    @Field(references = "core.member")
    @Column(name = "deputy_id")
    private UUID deputy;

    @Field
    private String note;

    protected Absence() {}

    /** One's own, as one enters it oneself. */
    static Absence of(UUID member, NewAbsence wanted) {
        Absence absence = new Absence();
        absence.member = member;
        absence.fromDay = wanted.fromDay();
        absence.untilDay = wanted.untilDay();
        absence.deputy = wanted.deputy();
        absence.note = wanted.note();
        return absence;
    }

    UUID member() {
        return member;
    }

    boolean endsBeforeItBegins() {
        return fromDay != null && untilDay != null && untilDay.isBefore(fromDay);
    }

    Optional<UUID> deputy() {
        return Optional.ofNullable(deputy);
    }

    /** Is called by whoever is absent. */
    void nameAs(Member absent) {
        name = absent.name();
    }
}
