package org.pipewright.sales.opportunities;

import jakarta.enterprise.context.ApplicationScoped;
import org.pipewright.platform.spi.records.Change;
import org.pipewright.platform.spi.records.RecordRules;

/** A lock is called by the day it locks. */
@ApplicationScoped
class PeriodLockRules implements RecordRules<PeriodLock> {

    @Override
    public void derive(PeriodLock lock, Change change) {
        lock.nameByDay();
    }
}
