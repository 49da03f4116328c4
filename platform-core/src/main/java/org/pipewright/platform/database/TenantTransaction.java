package org.pipewright.platform.database;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.UUID;

/**
 * Binds the caller's tenant to each transaction, on its connection, before any statement of the application. Runs just
 * inside the container's own transaction interceptor. Without a caller nothing is bound, and statements on tenant
 * tables fail. The server takes the kind of transaction as part of the binding, so each kind that can begin one has its
 * interceptor. Where a transaction is begun, its deferred checks are made before it ends.
 */
class TenantTransaction {

    /** Binds where a transaction is joined or begun. */
    @Interceptor
    @Transactional
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
    static class Required extends TenantTransaction {}

    /** Binds where a new transaction is begun. */
    @Interceptor
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 201)
    static class RequiresNew extends TenantTransaction {}

    private static final String BOUND = TenantTransaction.class.getName();
    private static final String BEGUN = BOUND + ".begun";

    @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
    TransactionSynchronizationRegistry transactions;

    @Inject
    Sql sql;

    @AroundInvoke
    Object bindTenant(InvocationContext invocation) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_ACTIVE) {
            return invocation.proceed();
        }
        boolean begun = transactions.getResource(BEGUN) == null;
        transactions.putResource(BEGUN, true);
        BoundTenant.current().ifPresent(this::bind);
        Object result = invocation.proceed();
        if (begun && transactions.getTransactionStatus() == Status.STATUS_ACTIVE) {
            sql.checkDeferred();
        }
        return result;
    }

    private void bind(UUID tenant) {
        if (!tenant.equals(transactions.getResource(BOUND))) {
            sql.list("select set_config('pipewright.tenant', ?, true)", row -> row.getString(1), tenant.toString());
            transactions.putResource(BOUND, tenant);
        }
    }
}
