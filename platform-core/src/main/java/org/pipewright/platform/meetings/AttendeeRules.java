package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.pipewright.platform.database.Sql;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** What an attendee needs: an address to be invited at, once in a meeting. */
@ApplicationScoped
class AttendeeRules implements RecordRules<Attendee> {

    @Inject
    People people;

    @Inject
    Sql sql;

    @Override
    public void prepare(Attendee attendee) {
        attendee.fillGaps(people.of(attendee));
    }

    @Override
    public void check(Attendee attendee, Change change, Violations violations) {
        boolean other = change.touches("member") || change.touches("contact") || change.touches("personId");
        if (!change.created() && other && !change.touches("email")) {
            attendee.forgetPerson();
        }
        attendee.fillGaps(people.of(attendee));
        boolean named = change.created() || change.touches("personType") || change.touches("personId");
        if (named
                && (attendee.isHalfNamed()
                        || attendee.person()
                                .filter(record -> !people.isInvitable(record))
                                .isPresent())) {
            violations.reject("personId", "not-found", "core.violation.not-found");
        }
        if (!attendee.hasEmail()) {
            violations.missing("email", "core.violation.required");
        } else if (isThere(attendee)) {
            violations.reject("email", "duplicate", "core.violation.duplicate");
        }
    }

    private boolean isThere(Attendee attendee) {
        return sql.first(
                        "select 1 from core.attendee where activity_id = ? and lower(email) = lower(?) and id <> ?"
                                + " and deleted_at is null",
                        row -> true,
                        attendee.activity(),
                        attendee.email(),
                        attendee.id())
                .isPresent();
    }

    /** Answers that are noted by hand were given now. */
    @Override
    public void derive(Attendee attendee, Change change) {
        if (change.touches("status") && !change.touches("answeredAt")) {
            attendee.answered(attendee.status() == AttendeeStatus.OPEN ? null : Instant.now());
        }
    }
}
