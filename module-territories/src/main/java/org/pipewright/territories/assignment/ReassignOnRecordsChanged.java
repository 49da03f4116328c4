package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.platform.spi.records.RecordsChanged;
import org.pipewright.territories.tree.Territories;

/** Looks again at what was made or changed, once it is committed (S-TERR-03): no rule can keep anybody from writing. */
@ApplicationScoped
class ReassignOnRecordsChanged implements EventConsumer {

    @Inject
    Assigning assigning;

    @Inject
    Territories territories;

    @Override
    public String name() {
        return "territories.reassign";
    }

    @Override
    public String eventType() {
        return RecordsChanged.TYPE;
    }

    /** Whether the feature is on or not: what is switched off and on again is as it would be anyway. */
    @Override
    public boolean listens() {
        return territories.anyActive();
    }

    @Override
    public void accept(Event event) {
        assigning.follow(RecordsChanged.of(event.payload()));
    }
}
