package org.pipewright.sales.demand;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.pipewright.platform.spi.errors.FieldError;
import org.pipewright.platform.spi.errors.Refusal;
import org.pipewright.platform.spi.records.Records;
import org.pipewright.platform.spi.records.TransitionGuard;
import org.pipewright.platform.spi.settings.TenantSettings;
import org.pipewright.platform.spi.tenants.CurrentTenant;
import org.pipewright.sales.SalesErrorCode;
import org.pipewright.sales.opportunities.Opportunity;

/** A won deal is closed when it is told why what was not supplied was not (S-DEM-07). */
@ApplicationScoped
class UnmetDemand implements TransitionGuard {

    @Inject
    Demand demand;

    @Inject
    DemandOfKinds kinds;

    @Inject
    Records records;

    @Inject
    TenantSettings settings;

    @Inject
    CurrentTenant tenant;

    @Override
    public String recordType() {
        return Opportunity.NAME;
    }

    @Override
    public void require(String action, UUID record) {
        if (!tenant.hasFeature(DemandLine.FEATURE) || !closing().contains(action)) {
            return;
        }
        records.withId(Opportunity.class, record)
                .filter(deal -> !deal.isLost() && kinds.takesDemand(deal))
                .ifPresent(deal -> requireReasons(demand.of(deal.id())));
    }

    private Set<String> closing() {
        return settings.flag("sales.close-when-won") ? Set.of("close", "win") : Set.of("close");
    }

    private static void requireReasons(List<DemandLine> lines) {
        List<FieldError> open = lines.stream()
                .filter(line -> line.isUnmet() && line.reason() == null)
                .map(line -> new FieldError(
                        "demand-lines[" + (lines.indexOf(line)) + "].reason", "required", "sales.violation.why-unmet"))
                .toList();
        if (!open.isEmpty()) {
            throw new Refusal(SalesErrorCode.UNMET_DEMAND, Map.of("count", open.size()), open);
        }
    }
}
