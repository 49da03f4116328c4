package org.pipewright.platform.meetings;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.stream.Stream;
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
        boolean somebody =
                Stream.of("member", "contact", "personType", "personId").anyMatch(change::touches);
        if (!change.created() && somebody && !change.touches("email")) {
            attendee.forgetPerson();
        }
        attendee.fillGaps(people.of(attendee));
        if (change.created() || somebody) {
            checkPerson(attendee, violations);
        }
        if (change.created() || somebody || change.touches("email")) {
            checkAddress(attendee, violations);
        }
    }

    private void checkPerson(Attendee attendee, Violations violations) {
        boolean hidden =
                attendee.person().filter(record -> !people.isInvitable(record)).isPresent();
        if (attendee.isHalfNamed() || hidden) {
            violations.reject("personId", "not-found", "core.violation.not-found");
        }
    }

    private void checkAddress(Attendee attendee, Violations violations) {
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
