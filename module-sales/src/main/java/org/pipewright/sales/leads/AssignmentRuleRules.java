package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.access.RoleNames;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A rule says who is meant: people of a team, or of roles, or both. */
@ApplicationScoped
class AssignmentRuleRules implements RecordRules<AssignmentRule> {

    @Inject
    RoleNames roles;

    @Override
    public void check(AssignmentRule rule, Change change, Violations violations) {
        if (rule.team().isEmpty() && rule.roles().isEmpty()) {
            violations.missing("team", "sales.violation.nobody-named");
        }
        if (rule.roles().stream().anyMatch(role -> !roles.exists(role))) {
            violations.reject("roles", "not-found", "sales.violation.unknown-role");
        }
    }

    @Override
    public void derive(AssignmentRule rule, Change change) {
        rule.fillGaps();
    }
}
