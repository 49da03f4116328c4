package org.pipewright.sales.orders;

import jakarta.enterprise.context.ApplicationScoped;

/** An account with an order stays (S-ACC-10). */
@ApplicationScoped
class OrdersKeepAccounts extends OrdersKeep {

    @Override
    public String recordType() {
        return "core.account";
    }

    @Override
    String attribute() {
        return "account";
    }
}
