package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.pipewright.platform.spi.access.CurrentCaller;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Nothing;
import org.pipewright.platform.spi.records.Parts;
import org.pipewright.platform.spi.records.Verb;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** Says that the demand is what the customer asked for: it is kept as it is now, with the time and who said so (S-DEM-04). */
@ApplicationScoped
class PostDemand implements Verb<Opportunity, Nothing> {

    @Inject
    Demand demand;

    @Inject
    DemandOfKinds kinds;

    @Inject
    Parts parts;

    @Inject
    CurrentCaller caller;

    @Override
    public String name() {
        return "post-demand";
    }

    @Override
    public String feature() {
        return DemandLine.FEATURE;
    }

    @Override
    public boolean aside() {
        return true;
    }

    @Override
    public boolean offered(Opportunity opportunity) {
        return !opportunity.isClosed() && !opportunity.isDemandPosted() && kinds.takesDemand(opportunity);
    }

    @Override
    public void perform(Opportunity opportunity, Nothing nothing) {
        List<DemandLine> lines = demand.of(opportunity.id());
        if (lines.isEmpty()) {
            throw Refusal.of(SalesErrorCode.NO_DEMAND);
        }
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        int version = opportunity.postDemand(now, caller.memberId());
        parts.add(lines.stream()
                .map(line -> new PostedDemandLine(line, version, now, caller.memberId()))
                .toList());
    }
}
