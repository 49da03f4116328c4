package org.pipewright.platform.links;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.function.Supplier;

/** One transaction for all that one call does. */
@ApplicationScoped
class LinkWork {

    @Transactional
    <T> T alone(Supplier<T> work) {
        return work.get();
    }
}
