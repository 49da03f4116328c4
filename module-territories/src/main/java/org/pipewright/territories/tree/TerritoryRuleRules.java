package org.pipewright.territories.tree;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Assignables;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Takes only criteria that can be asked of records of the type. */
@ApplicationScoped
class TerritoryRuleRules implements RecordRules<TerritoryRule> {

    @Inject
    Assignables assignables;

    @Override
    public void check(TerritoryRule rule, Change change, Violations violations) {
        if (rule.recordType() == null || rule.criteria() == null) {
            return;
        }
        if (assignables.types().stream().noneMatch(type -> type.name().equals(rule.recordType()))) {
            violations.reject("recordType", "invalid", "territories.violation.record-type");
        } else if (rule.criteria().isBlank() || !assignables.understands(rule.recordType(), rule.criteria())) {
            violations.reject("criteria", "invalid", "territories.violation.criteria");
        }
    }

    @Override
    public void derive(TerritoryRule rule, Change change) {
        rule.understood();
    }
}
