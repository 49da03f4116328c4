package org.pipewright.sales.fulfilment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.sales.demand.DemandLine;
import org.pipewright.sales.demand.Portion;
import org.pipewright.sales.opportunities.Opportunity;

/** Keeps with the lines of demand what is offered and sold of them (S-DEM-06, S-DEM-09, S-DEM-10). */
@ApplicationScoped
class Matching {

    @Inject
    Records records;

    @Inject
    Parts parts;

    @Inject
    Portions portions;

    /**
     * Looks at the documents of the deal again. What was offered when it was lost stays, although the quotes are withdrawn
     * then: it tells what the customer turned down.
     */
    void follow(UUID deal) {
        List<DemandLine> asked = parts.of(DemandLine.class, deal);
        if (asked.isEmpty()) {
            return;
        }
        boolean lost = records.withId(Opportunity.class, deal)
                .filter(Opportunity::isLost)
                .isPresent();
        Map<UUID, Portion> ordered = portions.ordered(deal);
        Map<UUID, Portion> offered = lost ? Map.of() : portions.offered(deal);
        for (DemandLine line : asked) {
            records.change(line, changed -> {
                changed.order(Optional.ofNullable(ordered.get(line.id())));
                if (!lost) {
                    changed.offer(Optional.ofNullable(offered.get(line.id())));
                }
            });
        }
    }
}
