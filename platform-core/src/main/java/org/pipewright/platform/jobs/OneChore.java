package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.pipewright.platform.spi.tenants.TenantChore;

/** One chore of a module for the tenant that is bound, in a transaction of its own. */
@ApplicationScoped
class OneChore {

    @Transactional(TxType.REQUIRES_NEW)
    public void perform(TenantChore chore) {
        chore.perform();
    }
}
