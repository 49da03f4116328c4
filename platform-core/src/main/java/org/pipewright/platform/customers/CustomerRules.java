package org.pipewright.platform.customers;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.pipewright.platform.access.CallerBinding;
import org.pipewright.platform.accounts.Account;
import org.pipewright.platform.records.RecordReading;
import org.pipewright.platform.recordtypes.RecordTypes;
import org.pipewright.platform.spi.access.Action;
import org.pipewright.platform.spi.customers.Customers;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** A customer always has an account: the one named, or else one of its own name (S-ACC-02). */
@ApplicationScoped
class CustomerRules implements RecordRules<Customer> {

    private static final String ACCOUNT = "core.account";

    @Inject
    Records records;

    @Inject
    RecordReading reading;

    @Inject
    RecordTypes types;

    @Inject
    CallerBinding callers;

    @Inject
    Customers customers;

    @Override
    public void check(Customer customer, Change change, Violations violations) {
        if (customer.account() == null && !callers.isAllowed(ACCOUNT, Action.CREATE)) {
            violations.reject("account", "required", "core.violation.required");
        }
        boolean both = customer.account() != null && customer.contact() != null;
        if (both
                && (change.touches("contact") || change.touches("account"))
                && !customers.isContactOf(customer.contact(), customer.account())) {
            violations.reject("contact", "not-of-account", "core.violation.not-of-account");
        }
    }

    @Override
    public void derive(Customer customer, Change change) {
        if (customer.account() == null) {
            customer.belongTo(accountOf(customer));
        }
    }

    private UUID accountOf(Customer customer) {
        return records.having(ACCOUNT, "name", customer.name())
                .filter(id -> reading.allows(types.of(Account.class), id, Action.VIEW))
                .orElseGet(() -> records.create(Account.ofCustomer(customer.name(), customer.owner(), customer.team()))
                        .id());
    }
}
