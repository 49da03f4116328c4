package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.sales.kinds.Stage;

/** For deals at a stage. */
@ApplicationScoped
class ApplyProbabilityOfStage extends ApplyProbability<Stage> {

    @Override
    String standing() {
        return "o.stage = :place";
    }

    @Override
    int probability(Stage stage) {
        return stage.probability();
    }
}
