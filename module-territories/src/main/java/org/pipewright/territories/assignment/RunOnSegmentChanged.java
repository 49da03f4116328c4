package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.platform.spi.records.SegmentChanged;
import org.pipewright.territories.tree.Territories;

/** Looks at every record when a segment was changed while rules ask for segments, any of which may be made of it (S-REP-11). */
@ApplicationScoped
class RunOnSegmentChanged implements EventConsumer {

    @Inject
    Territories territories;

    @Inject
    Runs runs;

    @Override
    public String name() {
        return "territories.follow-segments";
    }

    @Override
    public String eventType() {
        return SegmentChanged.TYPE;
    }

    @Override
    public boolean listens() {
        return territories.anyActive();
    }

    @Override
    public void accept(Event event) {
        if (territories.anyAskForSegments()) {
            runs.start();
        }
    }
}
