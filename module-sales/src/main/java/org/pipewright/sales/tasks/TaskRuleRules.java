package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A task of a stage names its stage; only such a task can be mandatory, for only a stage can be left. */
@ApplicationScoped
class TaskRuleRules implements RecordRules<TaskRule> {

    @Inject
    RoleNames roles;

    @Override
    public void check(TaskRule rule, Change change, Violations violations) {
        if (rule.isOf(TaskRule.Occasion.STAGE) && rule.stage().isEmpty()) {
            violations.missing("stage", "core.violation.required");
        }
        if (!rule.isOf(TaskRule.Occasion.STAGE) && rule.isMandatory()) {
            violations.reject("mandatory", "no-stage", "sales.violation.mandatory-without-stage");
        }
        rule.role()
                .filter(role -> !roles.exists(role))
                .ifPresent(role -> violations.reject("role", "not-found", "sales.violation.unknown-role"));
    }
}
