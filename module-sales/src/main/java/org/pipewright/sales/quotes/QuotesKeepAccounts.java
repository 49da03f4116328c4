package org.pipewright.sales.quotes;

import jakarta.enterprise.context.ApplicationScoped;

/** An account that has a quote stays (S-ACC-10). */
@ApplicationScoped
class QuotesKeepAccounts extends QuotesKeep {

    @Override
    public String recordType() {
        return "core.account";
    }

    @Override
    String attribute() {
        return "account";
    }
}
