package org.pipewright.sales.tasks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.kinds.KindRevised;

/** Lets the next edition of a kind begin with the tasks of the former one (S-KIND-14, S-KIND-17). */
@ApplicationScoped
class TaskRulesOfKinds {

    @Inject
    TaskRules rules;

    @Inject
    Records records;

    void copy(@Observes KindRevised revised) {
        rules.onlyFor(revised.former()).forEach(rule -> records.create(rule.forKind(revised.next())));
    }
}
