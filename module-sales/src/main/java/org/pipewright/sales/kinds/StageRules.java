package org.pipewright.sales.kinds;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import org.pipewright.platform.spi.records.AddedFields;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Stages stand for open statuses only: an outcome is no stage (trap 31). */
@ApplicationScoped
class StageRules implements RecordRules<Stage> {

    @Inject
    Kinds kinds;

    @Inject
    AddedFields fields;

    @Override
    public void check(Stage stage, Change change, Violations violations) {
        if (stage.status() != null && change.touches("status") && !kinds.isOpenStatus(stage.status())) {
            violations.reject("status", "not-open", "sales.violation.not-open");
        }
        if (change.touches("needsOwn")
                && !new HashSet<>(fields.of("sales.opportunity")).containsAll(stage.needsOwn())) {
            violations.reject("needsOwn", "not-found", "sales.violation.unknown-own-field");
        }
    }

    @Override
    public void derive(Stage stage, Change change) {
        stage.fillGaps();
    }

    @Override
    public void written(Stage stage, Change change) {
        if (!change.created() && change.touches("name")) {
            kinds.rename(stage);
        }
    }
}
