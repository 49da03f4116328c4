package org.pipewright.platform.activities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.errors.CoreErrorCode;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A kind keeps its form, for the states of its activities hang on it; standard kinds stay. */
@ApplicationScoped
class ActivityKindRules implements RecordRules<ActivityKind> {

    @Override
    public void check(ActivityKind kind, Change change, Violations violations) {
        if (!change.created() && change.touches("form")) {
            violations.reject("form", "fixed", "core.violation.fixed");
        }
    }

    @Override
    public void requireDeletable(ActivityKind kind) {
        if (kind.isStandard()) {
            throw Refusal.of(CoreErrorCode.BUILT_IN);
        }
    }
}
