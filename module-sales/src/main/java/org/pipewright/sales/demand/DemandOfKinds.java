package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import org.pipewright.platform.spi.records.PartRules;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.kinds.Kind;
import org.pipewright.sales.kinds.Kinds;
import org.pipewright.sales.kinds.Management;
import org.pipewright.sales.opportunities.Opportunity;

/** Only deals of kinds that say so have primary demand (S-DEM-01, S-KIND-19); it has nothing to do with sources (C6). */
@ApplicationScoped
public class DemandOfKinds implements PartRules<Opportunity> {

    private static final Set<String> DEMAND = Set.of(DemandLine.NAME, PostedDemandLine.NAME);

    @Inject
    Kinds kinds;

    @Inject
    CurrentTenant tenant;

    @Override
    public boolean has(Opportunity opportunity, String part) {
        return !DEMAND.contains(part) || takesDemand(opportunity);
    }

    /** Whether the deal has demand; without kinds the switch alone decides. */
    public boolean takesDemand(Opportunity opportunity) {
        return !tenant.hasFeature(Management.FEATURE)
                || opportunity
                        .kind()
                        .flatMap(kinds::withId)
                        .filter(Kind::takesPrimaryDemand)
                        .isPresent();
    }
}
