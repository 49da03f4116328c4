package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;
import org.pipewright.platform.spi.records.Violations;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.parties.PartyRole.Meaning;

/** There is one role for customers, which comes with the product and stays (S-PARTY-04). */
@ApplicationScoped
class PartyRoleRules implements RecordRules<PartyRole> {

    @Inject
    PartyRoles roles;

    @Override
    public void prepare(PartyRole role) {
        role.settle();
    }

    @Override
    public void check(PartyRole role, Change change, Violations violations) {
        boolean wasCustomer =
                change.before("meaning").filter(Meaning.CUSTOMER::equals).isPresent();
        boolean isCustomer = role.meaning() == Meaning.CUSTOMER;
        if (isCustomer != wasCustomer && (!change.created() || roles.customer().isPresent())) {
            violations.reject("meaning", "fixed", "core.violation.fixed");
        }
        if (isCustomer && !role.isActive()) {
            violations.reject("active", "fixed", "core.violation.fixed");
        }
    }

    @Override
    public void derive(PartyRole role, Change change) {
        role.settle();
    }

    @Override
    public void requireDeletable(PartyRole role) {
        if (role.meaning() == Meaning.CUSTOMER) {
            throw Refusal.of(SalesErrorCode.SYSTEM_STATUS, role.name());
        }
    }
}
