package org.pipewright.sales.leads;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** A rule names what it is about, and compares numbers with numbers (S-LEAD-11). */
@ApplicationScoped
class ScoreRuleRules implements RecordRules<ScoreRule> {

    @Override
    public void check(ScoreRule rule, Change change, Violations violations) {
        rule.lacking().forEach(field -> violations.missing(field, "core.violation.required"));
        if (rule.comparesOtherwise()) {
            violations.reject("fact", "compared-otherwise", "sales.violation.compared-otherwise");
        }
    }
}
