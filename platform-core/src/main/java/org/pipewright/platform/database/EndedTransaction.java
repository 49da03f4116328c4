package org.pipewright.platform.database;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Transactional;
import jakarta.transaction.TransactionalException;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Tells why a transaction could not be ended. Runs just outside the container's own transaction interceptor, whose
 * exception the REST layer of the server would answer by itself.
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
            Optional<SQLException> refused = Ending.refused();
            throw refused.<RuntimeException>map(DatabaseFailure::new)
                    .orElseGet(() -> new IllegalStateException("The transaction could not be ended", e));
        }
    }
}
