package org.pipewright.platform.jobs;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.pipewright.platform.spi.records.CrmRecord;
import org.pipewright.platform.spi.records.RecordChore;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.tenants.TenantChore;

/** One step of a chore of a module for the tenant that is bound, in a transaction of its own. */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class OneChore {

    @Inject
    Records records;

    /** All of what is due in the tenant. */
    public void perform(TenantChore chore) {
        chore.perform();
    }

    /** Which records something is due for. */
    public List<UUID> due(RecordChore<?> chore) {
        return chore.due();
    }

    /** What is due for one record, unless it is gone. */
    public <R extends CrmRecord> void perform(RecordChore<R> chore, UUID id) {
        records.withId(chore.type(), id).ifPresent(chore::perform);
    }
}
