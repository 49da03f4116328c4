package org.pipewright.platform.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** An absence ends on the day it begins or later. */
@ApplicationScoped
class AbsenceRules implements RecordRules<Absence> {

    @Inject
    Records records;

    @Override
    public void check(Absence absence, Change change, Violations violations) {
        if (absence.endsBeforeItBegins()) {
            violations.reject("untilDay", "before-begin", "core.violation.before-begin");
        }
    }

    @Override
    public void derive(Absence absence, Change change) {
        records.withId(Member.class, absence.member()).ifPresent(absence::nameAs);
    }
}
