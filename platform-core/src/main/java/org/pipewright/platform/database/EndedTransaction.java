package org.pipewright.platform.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;

/**
 * Stands just outside the container's own transaction interceptor, for the REST layer of the server answers that one's
 * exception by itself, and not with a problem document.
 */
class EndedTransaction {

    /** Around a transaction that is joined or begun. */
    @Interceptor
    @Transactional
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
    static class Required extends EndedTransaction {}

    /** Around a new transaction. */
    @Interceptor
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 199)
    static class RequiresNew extends EndedTransaction {}

    @AroundInvoke
    Object tell(InvocationContext invocation) throws Exception {
        try {
            return invocation.proceed();
        } catch (TransactionalException e) {
            throw new IllegalStateException("The transaction could not be ended", e);
        }
    }
}
