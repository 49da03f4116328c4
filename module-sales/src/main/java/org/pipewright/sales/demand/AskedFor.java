package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.Violations;

/** Lines of documents that are about something a customer asked for: only ever in the deal of the document (S-DEM-06). */
@ApplicationScoped
public class AskedFor {

    @Inject
    Records records;

    /** Whether the line is there and was asked for in that deal. */
    public boolean isIn(UUID line, Optional<UUID> deal) {
        return dealOf(line).filter(of -> deal.filter(of::equals).isPresent()).isPresent();
    }

    /** Refuses a line of another deal; one that is not there is told by the core. */
    public void require(Optional<UUID> line, Optional<UUID> deal, Violations violations) {
        line.filter(id -> dealOf(id).isPresent() && !isIn(id, deal))
                .ifPresent(other ->
                        violations.reject("demandLine", "other-opportunity", "sales.violation.other-opportunity"));
    }

    private Optional<UUID> dealOf(UUID line) {
        return records.withId(DemandLine.class, line).map(DemandLine::opportunity);
    }
}
