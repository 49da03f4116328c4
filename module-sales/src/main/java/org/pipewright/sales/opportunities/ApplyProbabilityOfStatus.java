package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;

/** For deals without a stage, in a status. */
@ApplicationScoped
class ApplyProbabilityOfStatus extends ApplyProbability<OpportunityStatus> {

    @Override
    String standing() {
        return "o.status = :place and o.stage is null";
    }

    @Override
    int probability(OpportunityStatus status) {
        return status.probability();
    }
}
