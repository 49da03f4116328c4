package org.pipewright.deploy.container;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import java.util.function.Supplier;
import org.pipewright.platform.database.BoundTenant;

/** Runs code in a transaction of its own, for a tenant or for nobody. */
@ApplicationScoped
public class Work {

    /** In a transaction; joins none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public <T> T inTransaction(Supplier<T> work) {
        return work.get();
    }

    /** In a transaction of the tenant. */
    static <T> T of(Work work, UUID tenant, Supplier<T> what) {
        return BoundTenant.during(tenant, () -> work.inTransaction(what));
    }
}
