package org.pipewright.sales.parties;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/** Every role of people has a meaning. */
@ApplicationScoped
class ContactRoleRules implements RecordRules<ContactRole> {

    @Override
    public void prepare(ContactRole role) {
        role.settle();
    }

    @Override
    public void derive(ContactRole role, Change change) {
        role.settle();
    }
}
