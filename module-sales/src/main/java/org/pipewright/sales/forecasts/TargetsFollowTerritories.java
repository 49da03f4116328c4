package org.pipewright.sales.forecasts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.pipewright.platform.spi.events.EventConsumer;
import org.pipewright.platform.spi.records.BesideChanged;

/** Targets know soon which deals came into the territory they are for, or left it (S-TERR-17). */
@ApplicationScoped
class TargetsFollowTerritories implements EventConsumer {

    @Inject
    Targets targets;

    @Override
    public String name() {
        return "sales.targets-of-territories";
    }

    @Override
    public String eventType() {
        return BesideChanged.TYPE;
    }

    @Override
    public void accept(Event event) {
        if (BesideChanged.of(event.payload()).field().equals(Target.TERRITORY)) {
            targets.reckonOfTerritories();
        }
    }
}
