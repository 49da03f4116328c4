package org.pipewright.platform.ownfields;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** Lets the fields of the bound tenant go that are due, in a transaction of their own. */
@ApplicationScoped
class OwnFieldExpiry {

    @Inject
    OwnFields fields;

    @Transactional(TxType.REQUIRES_NEW)
    void expire() {
        fields.expire();
    }
}
