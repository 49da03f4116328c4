package org.pipewright.sales.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Rules of targets. */
@ApplicationScoped
class TargetRules implements RecordRules<Target> {

    @Inject
    Targets targets;

    @Override
    public void check(Target target, Change change, Violations violations) {
        if (target.endsBeforeItBegins()) {
            violations.reject("lastDay", "before-begin", "core.violation.before-begin");
        }
    }

    @Override
    public void derive(Target target, Change change) {
        targets.reckon(target);
    }
}
