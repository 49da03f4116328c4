package org.pipewright.platform.people;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.pipewright.platform.spi.records.BuiltInView;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.Field;
import org.pipewright.platform.spi.records.RecordType;

/** Days on which a member is not there: rules give nobody work meanwhile (S-LEAD-10). */
@Entity
@Table(schema = "core", name = "absence")
@RecordType(
        name = Absence.NAME,
        path = "absences",
        title = "name",
        columns = {"name", "member", "fromDay", "untilDay", "note"},
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

    @Field
    private String note;

    protected Absence() {}

    UUID member() {
        return member;
    }

    boolean endsBeforeItBegins() {
        return fromDay != null && untilDay != null && untilDay.isBefore(fromDay);
    }

    /** Is called by whoever is absent. */
    void nameAs(Member absent) {
        name = absent.name();
    }
}
