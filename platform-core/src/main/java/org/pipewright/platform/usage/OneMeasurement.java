package org.pipewright.platform.usage;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;

/** The transaction in which one tenant is measured. */
@ApplicationScoped
class OneMeasurement {

    @Inject
    Usage usage;

    @Transactional(TxType.REQUIRES_NEW)
    Void take() {
        usage.measure();
        return null;
    }
}
