package org.pipewright.sales.credits;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/** A share is worth what the deal is worth now. */
@ApplicationScoped
class CreditSplitRules implements RecordRules<CreditSplit> {

    @Inject
    Credits credits;

    @Override
    public void derive(CreditSplit split, Change change) {
        split.take(credits.worth(split.opportunity()));
    }
}
