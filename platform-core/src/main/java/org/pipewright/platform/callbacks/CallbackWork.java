package org.pipewright.platform.callbacks;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** One transaction for all that one call does. */
@ApplicationScoped
class CallbackWork {

    @Transactional
    void alone(Runnable work) {
        work.run();
    }
}
