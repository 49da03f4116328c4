package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** An absence ends on the day it begins or later; whoever stands in is somebody else who can log in. */
@ApplicationScoped
class AbsenceRules implements RecordRules<Absence> {

    @Inject
    Records records;

    @Override
    public void check(Absence absence, Change change, Violations violations) {
        if (absence.endsBeforeItBegins()) {
            violations.reject("untilDay", "before-begin", "core.violation.before-begin");
        }
        absence.deputy()
                .filter(deputy -> change.touches("deputy") || change.touches("member"))
                .filter(deputy -> !canStandIn(deputy, absence))
                .ifPresent(deputy -> violations.reject("deputy", "not-a-choice", "core.violation.not-a-choice"));
    }

    private boolean canStandIn(UUID deputy, Absence absence) {
        return !deputy.equals(absence.member())
                && records.withId(Member.class, deputy)
                        .filter(member -> member.status() == MemberStatus.ACTIVE)
                        .isPresent();
    }

    @Override
    public void derive(Absence absence, Change change) {
        records.withId(Member.class, absence.member()).ifPresent(absence::nameAs);
    }
}
