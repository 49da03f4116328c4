package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
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

    List<OwnFieldView> inForce(UUID tenant) {
        return rows.inForce(tenant);
    }
}
