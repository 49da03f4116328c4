package org.pipewright.territories.tree;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Comparator;

/** Which records of a type belong to a territory as it is planned. */
public record PlannedRule(
        @NotBlank @Size(max = 100) String recordType,
        @NotBlank @Size(max = 8000) String criteria) {

    static final Comparator<PlannedRule> ORDER =
            Comparator.comparing(PlannedRule::recordType).thenComparing(PlannedRule::criteria);

    public PlannedRule {
        criteria = criteria.strip();
    }
}
