package org.pipewright.platform.records;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.UUID;
import org.pipewright.platform.spi.records.Guards;
import org.pipewright.platform.spi.records.TransitionGuard;

/** Asks every guard that is there, always in the same order: which of several objections is told is no matter of chance. */
@ApplicationScoped
class GuardsOfModules implements Guards {

    @Inject
    @Any
    Instance<TransitionGuard> guards;

    @Override
    public void require(String recordType, String action, UUID record) {
        guards.stream()
                .filter(guard -> guard.recordType().equals(recordType))
                .sorted(Comparator.comparing(guard -> guard.getClass().getName()))
                .forEach(guard -> guard.require(action, record));
    }
}
