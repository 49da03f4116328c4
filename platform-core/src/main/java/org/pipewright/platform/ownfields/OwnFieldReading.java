package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Reads definitions for those who ask what a record type is like. In the running transaction where there is one: a second
 * connection for each of many waiting requests could leave none for any of them.
 */
@ApplicationScoped
@Transactional
class OwnFieldReading {

    @Inject
    OwnFieldRows rows;

    @Inject
    FieldRuleRows rules;

    TenantFields inForce(UUID tenant) {
        return new TenantFields(rows.inForce(tenant), rules.of(tenant));
    }
}
