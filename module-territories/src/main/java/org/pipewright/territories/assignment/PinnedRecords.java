package org.pipewright.territories.assignment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Records that somebody holds where they are. */
@ApplicationScoped
public class PinnedRecords {

    @Inject
    Pins pins;

    /** Those of the records that are held today. */
    public Set<UUID> among(Collection<UUID> records) {
        return Set.copyOf(pins.of(records).keySet());
    }
}
