package org.pipewright.sales.terms;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;

/** Rules of terms of sale. */
@ApplicationScoped
class TermsOfSaleRules implements RecordRules<TermsOfSale> {

    @Override
    public void check(TermsOfSale terms, Change change, Violations violations) {
        if (terms.endBeforeTheyBegin()) {
            violations.reject("validUntil", "before-begin", "core.violation.before-begin");
        }
    }
}
